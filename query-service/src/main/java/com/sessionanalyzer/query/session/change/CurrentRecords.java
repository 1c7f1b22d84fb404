package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.change.StoredSessions.Rejected;
import com.sessionanalyzer.query.session.rows.SessionRows;
import com.sessionanalyzer.query.session.rows.SessionView;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Records as they are now: of a table that is known to contain everything that was answered before. */
final class CurrentRecords {

    private static final Logger log = LoggerFactory.getLogger(CurrentRecords.class);

    private final StoredSessions stored;
    private final SessionRows rows;
    private final TableEnd sessions;
    private final TableEnd rejections;
    private final Duration patience;

    CurrentRecords(StoredSessions stored, SessionRows rows, TableEnd sessions, TableEnd rejections, Duration patience) {
        this.stored = stored;
        this.rows = rows;
        this.sessions = sessions;
        this.rejections = rejections;
        this.patience = patience;
    }

    /** A table, and the end of the topic that it is to contain. */
    record TableEnd(ProjectionProgress progress, TopicEnd end) {}

    /**
     * A record as it is now.
     *
     * @param shownCustomer the spelling that is shown for its customer
     */
    record Current(SessionRecord record, String shownCustomer) {}

    /** A record as it is once the position is contained, or as soon as it is not worth waiting any longer. */
    Current find(OrganizationId organization, UUID id, Position after) {
        await(after);
        return answerable(() -> current(organization, id));
    }

    /** A record as it is now, for certain. */
    Current require(OrganizationId organization, UUID id) {
        return answerable(() -> {
            catchUp(sessions);
            return current(organization, id);
        });
    }

    private Current current(OrganizationId organization, UUID id) {
        SessionRecord record = stored.find(organization, id).orElseThrow(() -> unknown(id));
        String shown = rows.find(organization, id, Position.BEGINNING)
                .map(SessionView::customer)
                .orElseGet(() -> record.customer().spelling());
        return new Current(record, shown);
    }

    /** Makes sure that all records and rejections can be seen. */
    void catchUp() {
        answerable(() -> {
            catchUp(sessions);
            catchUp(rejections);
            return true;
        });
    }

    long count(OrganizationId organization, String customerKey) {
        return answerable(() -> stored.count(organization, customerKey));
    }

    long countRejections(OrganizationId organization, String customerKey, List<String> names) {
        return answerable(() -> stored.countRejections(organization, customerKey, names));
    }

    long countPast(OrganizationId organization, String customerKey) {
        return answerable(() -> stored.countPast(organization, customerKey));
    }

    List<SessionRecord> of(OrganizationId organization, String customerKey, @Nullable UUID after, int limit) {
        return answerable(() -> stored.of(organization, customerKey, after, limit));
    }

    List<String> spellings(OrganizationId organization, String customerKey) {
        return answerable(() -> stored.spellings(organization, customerKey));
    }

    List<SessionRecord> spelled(
            OrganizationId organization, String customerKey, List<String> spellings, @Nullable UUID after, int limit) {
        return answerable(() -> stored.spelled(organization, customerKey, spellings, after, limit));
    }

    List<Rejected> rejectionsOf(OrganizationId organization, List<String> names, @Nullable UUID after, int limit) {
        return answerable(() -> stored.rejectionsOf(organization, names, after, limit));
    }

    List<Rejected> rejectionsNamingOthers(OrganizationId organization, List<String> names, Set<UUID> ids) {
        return answerable(() -> stored.rejectionsNamingOthers(organization, names, ids));
    }

    /** Waits, bounded, until the rows contain the position. */
    void await(Position position) {
        try {
            sessions.progress().await(position, patience);
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database does not say how far it is");
        }
    }

    private void catchUp(TableEnd table) {
        Position reached = table.end()
                .read()
                .orElseThrow(() -> unavailable("Nothing was changed, because Kafka does not answer at the moment."));
        if (!table.progress().await(reached, patience)) {
            throw unavailable("The records are still catching up; nothing was changed.");
        }
    }

    private static <T> T answerable(Supplier<T> question) {
        try {
            return question.get();
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database did not answer");
            throw unavailable("Nothing was changed, because the database is away.");
        }
    }

    private static ProblemException unknown(UUID id) {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no record with the id " + id + ".");
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(ProblemType.UNAVAILABLE, detail);
    }
}
