package com.sessionanalyzer.query.session.asof;

import com.sessionanalyzer.query.session.asof.Difference.Content;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of what a record said, by the names of the API. */
final class ContentFields {

    private static final Map<String, Function<Content, @Nullable Object>> FIELDS = fields();

    private ContentFields() {}

    /** Those that are not the same in both; none when it was there only once. */
    static List<String> differing(@Nullable Content before, @Nullable Content after) {
        return before == null || after == null
                ? List.of()
                : FIELDS.entrySet().stream()
                        .filter(field -> !Objects.equals(
                                field.getValue().apply(before), field.getValue().apply(after)))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** What a row says, in columns whose names begin with the prefix. */
    static Content read(ResultSet row, String prefix) throws SQLException {
        return new Content(
                row.getString(prefix + "customer"),
                row.getString(prefix + "region"),
                row.getInt(prefix + "sessions"),
                row.getString(prefix + "source"),
                row.getString(prefix + "destination"),
                row.getObject(prefix + "minutes", Integer.class),
                row.getString(prefix + "observation"),
                row.getString(prefix + "highlight_type"),
                row.getString(prefix + "highlight_url"),
                row.getString(prefix + "highlight_details"),
                row.getTimestamp(prefix + "uploaded_at").toInstant(),
                row.getObject(prefix + "local_day", LocalDate.class));
    }

    private static Map<String, Function<Content, @Nullable Object>> fields() {
        Map<String, Function<Content, @Nullable Object>> fields = new LinkedHashMap<>();
        fields.put("customer", Content::customer);
        fields.put("region", Content::region);
        fields.put("sessions", Content::sessions);
        fields.put("source", Content::source);
        fields.put("destination", Content::destination);
        fields.put("time_consumed", Content::timeConsumed);
        fields.put("observation", Content::observation);
        fields.put("highlight_type", Content::highlightType);
        fields.put("highlight_url", Content::highlightUrl);
        fields.put("highlight_details", Content::highlightDetails);
        fields.put("uploaded_at", Content::uploadedAt);
        fields.put("local_day", Content::localDay);
        return fields;
    }
}
