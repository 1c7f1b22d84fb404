package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row of {@code session_record} says, as the log and as the database have it: the text of each value, with a character
 * between that no text of a database has.
 */
final class SessionRowFields {

    /** The columns after the id. */
    static final List<String> NAMES = List.of(
            "customer",
            "customer_key",
            "region",
            "sessions",
            "source",
            "destination",
            "minutes",
            "observation",
            "highlight_type",
            "highlight_url",
            "highlight_details",
            "uploaded_at",
            "created_at",
            "local_day",
            "channel",
            "revision",
            "sender",
            "delivery",
            "line",
            "rejection");

    static final String COLUMNS = "id, " + String.join(", ", NAMES);

    private static final String NOTHING = "nothing";
    private static final String SEPARATOR = "\0";

    /** What rows have in place of a NUL, which no text of the database can hold. */
    private static final String SYMBOL_OF_NUL = "\u2400";

    private SessionRowFields() {}

    /** What the row of a session must say, in the order of the names. */
    static byte[] of(SessionRecord session) {
        Highlight highlight = session.highlight();
        Origin origin = session.origin();
        return text(
                session.customer().spelling(),
                session.customer().key(),
                session.region(),
                session.sessions(),
                session.source(),
                session.destination(),
                session.minutes(),
                session.observation(),
                highlight == null ? null : highlight.type().code(),
                highlight == null ? null : highlight.url(),
                highlight == null ? null : highlight.details(),
                session.uploadedAt(),
                session.createdAt(),
                session.localDay(),
                session.channel().code(),
                session.revision(),
                origin.sender(),
                origin.delivery(),
                origin.line(),
                origin.rejection());
    }

    static UUID id(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("id", UUID.class));
    }

    /** What a row says, in the same way. */
    static byte[] of(ResultSet row) throws SQLException {
        Object[] values = new Object[NAMES.size()];
        for (int field = 0; field < values.length; field++) {
            values[field] = value(row, NAMES.get(field));
        }
        return text(values);
    }

    /** The values of such a text, one for each name. */
    static List<String> values(byte[] text) {
        return List.of(new String(text, StandardCharsets.UTF_8).split(SEPARATOR, NAMES.size()));
    }

    private static @Nullable Object value(ResultSet row, String name) throws SQLException {
        return switch (name) {
            case "uploaded_at", "created_at" ->
                row.getObject(name, OffsetDateTime.class).toInstant();
            case "local_day" -> row.getObject(name, LocalDate.class);
            default -> row.getObject(name);
        };
    }

    private static byte[] text(@Nullable Object... values) {
        StringJoiner text = new StringJoiner(SEPARATOR);
        for (Object value : values) {
            text.add(value == null ? NOTHING : value.toString().replace(SEPARATOR, SYMBOL_OF_NUL));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
