package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of a row of {@code session_record}, as the log and as the database have them. */
final class SessionRowFields {

    static final String COLUMNS =
            "id, customer, customer_key, region, sessions, source, destination, minutes, observation,"
                    + " highlight_type, highlight_url, highlight_details, uploaded_at, created_at, local_day, channel,"
                    + " revision, sender, delivery, line, rejection";

    private SessionRowFields() {}

    static Map<String, Object> of(SessionRecord session) {
        Highlight highlight = session.highlight();
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "customer", session.customer().spelling());
        put(fields, "customer_key", session.customer().key());
        put(fields, "region", session.region());
        put(fields, "sessions", session.sessions());
        put(fields, "source", session.source());
        put(fields, "destination", session.destination());
        put(fields, "minutes", session.minutes());
        put(fields, "observation", session.observation());
        put(
                fields,
                "highlight_type",
                highlight == null ? null : highlight.type().code());
        put(fields, "highlight_url", highlight == null ? null : highlight.url());
        put(fields, "highlight_details", highlight == null ? null : highlight.details());
        put(fields, "uploaded_at", session.uploadedAt());
        put(fields, "created_at", session.createdAt());
        put(fields, "local_day", session.localDay());
        put(fields, "channel", session.channel().code());
        put(fields, "revision", session.revision());
        put(fields, "sender", session.origin().sender());
        put(fields, "delivery", session.origin().delivery());
        put(fields, "line", session.origin().line());
        put(fields, "rejection", session.origin().rejection());
        return fields;
    }

    static UUID id(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("id", UUID.class));
    }

    static Map<String, Object> of(ResultSet row) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String text : new String[] {"customer", "customer_key", "region"}) {
            put(fields, text, row.getString(text));
        }
        put(fields, "sessions", row.getObject("sessions"));
        for (String text : new String[] {"source", "destination"}) {
            put(fields, text, row.getString(text));
        }
        put(fields, "minutes", row.getObject("minutes"));
        for (String text : new String[] {"observation", "highlight_type", "highlight_url", "highlight_details"}) {
            put(fields, text, row.getString(text));
        }
        for (String time : new String[] {"uploaded_at", "created_at"}) {
            put(fields, time, row.getObject(time, OffsetDateTime.class).toInstant());
        }
        put(fields, "local_day", row.getObject("local_day", LocalDate.class));
        for (String text : new String[] {"channel", "sender"}) {
            put(fields, text, row.getString(text));
        }
        for (String other : new String[] {"revision", "delivery", "line", "rejection"}) {
            put(fields, other, row.getObject(other));
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        fields.put(name, value == null ? "nothing" : value);
    }
}
