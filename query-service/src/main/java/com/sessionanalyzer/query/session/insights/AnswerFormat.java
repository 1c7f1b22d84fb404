package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the answer to a query is written. */
enum AnswerFormat {
    JSON("application/json"),
    CSV("text/csv;charset=UTF-8");

    private static final String CSV_TYPE = "text/csv";

    private final String mediaType;

    AnswerFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** What {@code format} says; otherwise CSV when that is what is accepted, and JSON in any other case. */
    static AnswerFormat of(Parameters parameters, @Nullable String accept, Faults faults) {
        String format = parameters.first("format");
        if (format.isEmpty()) {
            return accept != null && accept.toLowerCase(Locale.ROOT).startsWith(CSV_TYPE) ? CSV : JSON;
        }
        for (AnswerFormat known : values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(format)) {
                return known;
            }
        }
        faults.add("format", "must be one of json, csv");
        return JSON;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] encode(QueryAnswer answer, ZoneId zone) {
        return this == CSV
                ? CsvTable.of(answer.columns(), answer.rows())
                : FilteredJson.encode(new QueryAnswerInZone(zone.getId(), answer));
    }
}
