package com.sessionanalyzer.query.session.books;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.testing.TestPostgres;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class TableSamplerIT {

    private static final OrganizationId OURS = new OrganizationId("ours");

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPostgres.newDatabase(), TestPostgres.username(), TestPostgres.password());
    private final TableSampler sampler =
            new TableSampler(database, progress(SessionTopics.RECORDS), progress(SessionTopics.REJECTIONS));

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/session")
                .load()
                .migrate();
    }

    @Test
    void countsErasedRejectionsByTheirTombstones() throws SQLException {
        erasure(1, "now() - interval '8 days'", 2);
        tombstone("api", 1);
        tombstone("api", 1);

        assertThat(erased()).containsExactly(Map.entry("api", 2L));
    }

    @Test
    void countsThoseWhoseTombstonesAreCompactedAwayByTheAuditLog() throws SQLException {
        erasure(1, "now() - interval '30 days'", 5);
        erasure(2, "now() - interval '8 days'", 2);
        tombstone("api", 2);
        tombstone("bulk", 2);

        assertThat(erased()).containsOnly(Map.entry("api", 1L), Map.entry("bulk", 1L), Map.entry("unknown", 5L));
    }

    @Test
    void waitsForTheTombstonesOfANewErasure() throws SQLException {
        erasure(1, "now()", 3);
        tombstone("api", 1);

        assertThat(erased()).containsExactly(Map.entry("api", 1L));
    }

    @Test
    void doesNotCountATombstoneTwiceThatDoesNotNameItsErasure() throws SQLException {
        erasure(1, "now() - interval '8 days'", 2);
        tombstone("api", null);
        tombstone("api", null);

        assertThat(erased()).containsExactly(Map.entry("api", 2L));
    }

    private Map<String, Long> erased() throws SQLException {
        return sampler.read().erasedRejections().getOrDefault(OURS, Map.of());
    }

    private void erasure(int number, String at, int rejections) {
        execute("insert into audit_entry (organization, sequence, id, at, actor, domain, action, subject, facts,"
                + " before, after, log_offset, entry, hash) values"
                + " ('ours', " + number + ", " + id(number) + ", " + at
                + ", 'ann', 'session', 'customer.erased', 'digest', '{\"rejections\": \"" + rejections
                + "\"}', '{}', '{}', " + number + ", '', '')");
    }

    private void tombstone(String channel, @Nullable Integer erasure) {
        execute("insert into rejection_deletion (organization, id, channel, log_partition, log_offset, logged_at,"
                + " change_id) values ('ours',"
                + " gen_random_uuid(),"
                + " '" + channel + "', 0, 1, now() - interval '7 days', "
                + (erasure == null ? "null" : id(erasure)) + ")");
    }

    private static String id(int number) {
        return "'00000000-0000-7000-8000-00000000000" + number + "'";
    }

    private void execute(String sql) {
        JdbcClient.create(database).sql(sql).update();
    }

    private ProjectionProgress progress(String topic) {
        return new ProjectionProgress(database, topic, new PositionGate(1));
    }
}
