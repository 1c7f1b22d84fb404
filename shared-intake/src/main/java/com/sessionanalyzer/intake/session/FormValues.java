package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the input form exactly as a person typed them; blank when nothing was.
 *
 * @param hasHighlight {@code on} when the highlight switch is on
 */
public record FormValues(
        String customer,
        String region,
        String sessions,
        String source,
        String destination,
        String timeConsumed,
        String observation,
        String hasHighlight,
        String highlightType,
        String highlightUrl,
        String highlightDetails) {

    public static final FormValues EMPTY = new FormValues("", "", "", "", "", "", "", "", "", "", "");

    /**
     * The fields that are parameters of these names.
     *
     * @param parameters answers null for one that was not sent
     */
    public static FormValues of(Function<String, @Nullable String> parameters) {
        return new FormValues(
                value(parameters, "customer"),
                value(parameters, "region"),
                value(parameters, "sessions"),
                value(parameters, "source"),
                value(parameters, "destination"),
                value(parameters, "time_consumed"),
                value(parameters, "observation"),
                value(parameters, "has_highlight"),
                value(parameters, "highlight_type"),
                value(parameters, "highlight_url"),
                value(parameters, "highlight_details"));
    }

    /**
     * The fields as they would have been typed for this record.
     *
     * @param customer the spelling to show
     */
    public static FormValues of(SessionRecord record, String customer) {
        Highlight highlight = record.highlight();
        return new FormValues(
                customer,
                record.region(),
                Integer.toString(record.sessions()),
                record.source(),
                record.destination(),
                record.minutes() == null ? "" : record.minutes().toString(),
                record.observation(),
                highlight == null ? "" : "on",
                highlight == null ? "" : highlight.type().code(),
                highlight == null || highlight.url() == null ? "" : highlight.url(),
                highlight == null || highlight.details() == null ? "" : highlight.details());
    }

    /** The first value of a field; empty when it was not sent. */
    private static String value(Function<String, @Nullable String> parameters, String field) {
        String value = parameters.apply(field);
        return value == null ? "" : value;
    }

    /** Whether the highlight switch is on, which only the value {@code on} means. */
    public boolean highlighted() {
        return hasHighlight.equals("on");
    }
}
