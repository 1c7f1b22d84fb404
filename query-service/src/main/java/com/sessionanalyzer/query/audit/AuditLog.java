package com.sessionanalyzer.query.audit;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.audit.AuditChain;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers who changed what, from the database, with every change that was answered before it was asked. */
public final class AuditLog {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Long>> NUMBERS = new TypeReference<>() {};
    private static final String WHICH = " from audit_entry where organization = :organization"
            + " and (:subject = '' or subject = :subject) and (:action = '' or action = :action)";

    private final JdbcClient database;
    private final TransactionOperations consistently;
    private final TopicEnd end;
    private final ProjectionProgress progress;
    private final Duration patience;

    /**
     * @param consistently transactions that see one state of the database
     */
    AuditLog(
            JdbcClient database,
            TransactionOperations consistently,
            TopicEnd end,
            ProjectionProgress progress,
            Duration patience) {
        this.database = database;
        this.consistently = consistently;
        this.end = end;
        this.progress = progress;
        this.patience = patience;
    }

    /** Entries about a subject, the newest first, at most a hundred. */
    public List<AuditLine> about(OrganizationId organization, String subject) {
        return read(organization, new AuditQuery(1, 100, subject, "")).lines();
    }

    /** Waits, bounded, until the table contains every change that was answered before. */
    public void catchUp() {
        end.read().ifPresent(reached -> progress.await(reached, patience));
    }

    AuditAnswer read(OrganizationId organization, AuditQuery query) {
        try {
            catchUp();
            return consistently.execute(status -> new AuditAnswer(
                    lines(organization, query), count(organization, query), query, chain(organization)));
        } catch (DataAccessException | TransactionException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database did not answer");
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE,
                    "The audit log cannot be read at the moment, because the database is away.");
        }
    }

    private List<AuditLine> lines(OrganizationId organization, AuditQuery query) {
        return database.sql("select *" + WHICH + " order by sequence desc limit :size offset :skip")
                .param("organization", organization.value())
                .param("subject", query.subject())
                .param("action", query.action())
                .param("size", query.pageSize())
                .param("skip", (query.page() - 1L) * query.pageSize())
                .query((row, number) -> line(row))
                .list();
    }

    private long count(OrganizationId organization, AuditQuery query) {
        return database.sql("select count(*)" + WHICH)
                .param("organization", organization.value())
                .param("subject", query.subject())
                .param("action", query.action())
                .query(Long.class)
                .single();
    }

    private AuditChain chain(OrganizationId organization) {
        return database.sql("select sequence, hash from audit_entry where organization = :organization"
                        + " order by sequence desc limit 1")
                .param("organization", organization.value())
                .query((row, number) -> new AuditChain(row.getLong("sequence"), row.getString("hash")))
                .optional()
                .orElse(AuditChain.EMPTY);
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong("sequence"),
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("domain"),
                row.getString("action"),
                row.getString("subject"),
                JSON.readValue(row.getString("facts"), TEXTS),
                JSON.readValue(row.getString("before"), NUMBERS),
                JSON.readValue(row.getString("after"), NUMBERS),
                row.getString("hash"));
    }
}
