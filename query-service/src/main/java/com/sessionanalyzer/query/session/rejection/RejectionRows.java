package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Settlement;
import com.sessionanalyzer.schema.session.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Makes rejections of rows of {@code session_rejection}. */
final class RejectionRows {

    static final String COLUMNS = "organization, id, received_at, channel, sender, delivery, line, format, text,"
            + " violations, settlement, settled_at, settled_by, settled_reason, settled_record";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};

    private RejectionRows() {}

    static SessionRejection read(ResultSet row, int number) throws SQLException {
        return new SessionRejection(
                new OrganizationId(row.getString("organization")),
                row.getObject("id", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                new Origin(
                        Channel.ofCode(row.getString("channel")),
                        row.getString("sender"),
                        row.getObject("delivery", UUID.class),
                        row.getInt("line"),
                        null),
                RecordFormat.ofCode(row.getString("format")),
                row.getString("text"),
                violations(row.getString("violations")),
                settlement(row));
    }

    static List<Violation> violations(String json) {
        return JSON.readValue(json, VIOLATIONS);
    }

    private static @Nullable Settlement settlement(ResultSet row) throws SQLException {
        String kind = row.getString("settlement");
        return kind == null
                ? null
                : new Settlement(
                        Settlement.Kind.ofCode(kind),
                        row.getTimestamp("settled_at").toInstant(),
                        row.getString("settled_by"),
                        row.getString("settled_reason"),
                        row.getObject("settled_record", UUID.class));
    }
}
