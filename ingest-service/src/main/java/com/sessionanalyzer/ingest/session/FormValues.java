package com.sessionanalyzer.ingest.session;

import jakarta.servlet.http.HttpServletRequest;

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

    static FormValues of(HttpServletRequest request) {
        return new FormValues(
                value(request, "customer"),
                value(request, "region"),
                value(request, "sessions"),
                value(request, "source"),
                value(request, "destination"),
                value(request, "time_consumed"),
                value(request, "observation"),
                value(request, "has_highlight"),
                value(request, "highlight_type"),
                value(request, "highlight_url"),
                value(request, "highlight_details"));
    }

    /** The first value of a field; empty when it was not sent. */
    static String value(HttpServletRequest request, String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    /** Whether the highlight switch is on, which only the value {@code on} means. */
    public boolean highlighted() {
        return hasHighlight.equals("on");
    }
}
