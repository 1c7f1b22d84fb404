package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.session.rejection.ReasonGroup.Example;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Groups rejections by reason in one pass over them, however many reasons there are; only the examples of the groups that are
 * listed are looked up, by their ids.
 */
record DatabaseReasonGroups(JdbcClient database) {

    ReasonGroups of(OrganizationId organization, RejectionFilter filter, int limit) {
        RejectionConditions conditions = RejectionConditions.of(organization, filter);
        String sql = "with groups as (select reason, count(*) as count, max(received_at) as newest,"
                + " max(id::text collate \"C\") as example from session_rejection, unnest(reasons) reason where "
                + conditions.sql() + " group by reason), listed as (select *, count(*) over () as reasons,"
                + " sum(count) over () as broken from groups order by count desc, reason limit :limit)"
                + " select listed.*, violations from listed join session_rejection rejection"
                + " on rejection.organization = :organization and rejection.id = cast(example as uuid)"
                + " order by count desc, reason";
        Totals totals = new Totals();
        List<ReasonGroup> groups = database.sql(sql)
                .params(conditions.parameters())
                .param("limit", limit)
                .query((row, number) -> totals.group(row))
                .list();
        return new ReasonGroups(groups, totals.reasons, totals.broken);
    }

    /** Of all groups, which each row says. */
    private static final class Totals {

        private long reasons;
        private long broken;

        private ReasonGroup group(ResultSet row) throws SQLException {
            reasons = row.getLong("reasons");
            broken = row.getLong("broken");
            RejectionReason reason = RejectionReason.ofCode(row.getString("reason"));
            Violation example = RejectionRows.violations(row.getString("violations")).stream()
                    .filter(violation -> RejectionReason.of(violation).equals(reason))
                    .findFirst()
                    .orElseThrow();
            return new ReasonGroup(
                    reason.code(),
                    reason.field(),
                    reason.rule(),
                    row.getLong("count"),
                    row.getTimestamp("newest").toInstant(),
                    new Example(UUID.fromString(row.getString("example")), example.value(), example.message()));
        }
    }
}
