package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.session.rows.RowConditions;
import com.sessionanalyzer.schema.OrganizationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The records that were there at a moment, as a table for SQL with the columns of {@code session_record} and its name: rows
 * that were logged by then, and kept versions that had not ended.
 *
 * @param sql        for what follows {@code from}, with named parameters
 * @param parameters their values
 */
public record PastRows(String sql, Map<String, Object> parameters) {

    private static final String COLUMNS = "id, customer, customer_key, region, sessions, source, destination, minutes,"
            + " observation, highlight_type, highlight_url, highlight_details, uploaded_at, created_at, local_day, channel,"
            + " search_text, revision, log_partition, log_offset, logged_at, change_id";
    private static final String ALL = "(select organization, " + COLUMNS + " from session_record where organization ="
            + " :organization and logged_at <= :as_of union all select organization, " + COLUMNS
            + " from session_history"
            + " where organization = :organization and logged_at <= :as_of and valid_until > :as_of) session_record";

    public static PastRows at(Instant moment, RowConditions conditions) {
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("as_of", Timestamp.from(moment));
        return new PastRows(ALL + " where " + conditions.sql(), parameters);
    }

    /** The same without conditions: all records of an organization that were there at a moment. */
    public static PastRows all(OrganizationId organization, Instant moment) {
        return new PastRows(ALL, Map.of("organization", organization.value(), "as_of", Timestamp.from(moment)));
    }

    /** The table without conditions, for names. */
    static String all() {
        return ALL;
    }
}
