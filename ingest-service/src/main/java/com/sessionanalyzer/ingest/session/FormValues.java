package com.sessionanalyzer.ingest.session;

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

    /** Whether the highlight switch is on, which only the value {@code on} means. */
    public boolean highlighted() {
        return hasHighlight.equals("on");
    }
}
