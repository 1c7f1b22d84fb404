package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.session.rows.RowConditions;
import com.sessionanalyzer.query.session.rows.RowStream.Snapshot;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.query.session.rows.SessionView;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads all records that a question meant at a moment, one after the other, each spelled as it was then. */
public final class PastStream {

    private static final int FETCH = 1_000;

    /** Ordering all rows can take longer than any page; the pool gives the connection its usual patience back. */
    private static final int LONGEST_STEP_MILLIS = 300_000;

    private final PastReading past;
    private final NamedParameterJdbcTemplate inSteps;

    PastStream(PastReading past, DataSource database) {
        this.past = past;
        JdbcTemplate steps = new JdbcTemplate(database);
        steps.setFetchSize(FETCH);
        this.inSteps = new NamedParameterJdbcTemplate(steps);
    }

    /**
     * Hands over the snapshot while it can be read.
     *
     * @param query asked on the local day of the moment; its page does not matter
     * @param after what the rows must contain
     */
    public void read(
            OrganizationId organization, AsOf asOf, SessionQuery query, Position after, Consumer<Snapshot> reader) {
        SessionQuery meant = query.of(past.filter(organization, query.filter()));
        past.read(List.of(asOf), after, (database, contained) -> {
            inSteps.getJdbcTemplate().execute((ConnectionCallback<Boolean>) connection -> {
                connection.setNetworkTimeout(Runnable::run, LONGEST_STEP_MILLIS);
                return true;
            });
            reader.accept(new PastSnapshot(organization, asOf, meant, contained));
            return contained;
        });
    }

    /** The state of the transaction that is open. */
    private final class PastSnapshot implements Snapshot {

        private final PastRows rows;
        private final AsOf asOf;
        private final SessionQuery query;
        private final Position contained;

        PastSnapshot(OrganizationId organization, AsOf asOf, SessionQuery query, Position contained) {
            RowConditions conditions = query.conditions(organization);
            this.rows = PastRows.at(asOf.at(), conditions);
            this.asOf = asOf;
            this.query = query;
            this.contained = contained;
        }

        @Override
        public Position position() {
            return contained;
        }

        @Override
        public Instant asOf() {
            return asOf.at();
        }

        @Override
        public long forEach(Consumer<SessionView> each) {
            AtomicLong records = new AtomicLong();
            RowCallbackHandler handler = row -> {
                each.accept(view(row));
                records.incrementAndGet();
            };
            inSteps.query(
                    "select * from " + rows.sql() + " order by " + query.order().sql(), rows.parameters(), handler);
            return records.get();
        }
    }

    private static SessionView view(ResultSet row) throws SQLException {
        Difference.Content content = ContentFields.read(row, "");
        return new SessionView(
                row.getObject("id", UUID.class),
                content.customer(),
                content.region(),
                content.sessions(),
                content.source(),
                content.destination(),
                content.timeConsumed(),
                content.observation(),
                content.highlightType() != null,
                content.highlightUrl(),
                content.highlightType(),
                content.highlightDetails(),
                content.uploadedAt(),
                row.getTimestamp("created_at").toInstant());
    }
}
