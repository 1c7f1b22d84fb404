package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.OrganizationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter as conditions of SQL.
 *
 * @param sql        with named parameters
 * @param parameters their values
 */
record RejectionConditions(String sql, Map<String, Object> parameters) {

    static RejectionConditions of(OrganizationId organization, RejectionFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        conditions.add("organization = :organization");
        parameters.put("organization", organization.value());
        conditions.add(filter.state().condition());
        add("reasons @> array[cast(:reason as text)]", "reason", filter.reason(), conditions, parameters);
        add(
                "exists (select from unnest(reasons) r where left(r, length(:field) + 1) = :field || ':')",
                "field",
                filter.field(),
                conditions,
                parameters);
        add(
                "exists (select from unnest(reasons) r where right(r, length(:rule) + 1) = ':' || :rule)",
                "rule",
                filter.rule(),
                conditions,
                parameters);
        add(
                "channel = :channel",
                "channel",
                filter.channel() == null ? null : filter.channel().code(),
                conditions,
                parameters);
        add("delivery = :delivery", "delivery", filter.delivery(), conditions, parameters);
        add("received_at >= :from", "from", timestamp(filter.from()), conditions, parameters);
        add("received_at < :to", "to", timestamp(filter.to()), conditions, parameters);
        return new RejectionConditions(String.join(" and ", conditions), parameters);
    }

    private static void add(
            String condition,
            String name,
            @Nullable Object value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
