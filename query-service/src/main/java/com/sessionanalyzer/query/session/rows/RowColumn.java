package com.sessionanalyzer.query.session.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be shown of a record, in the order and by the names of the API. */
public enum RowColumn {
    ID("ID", null),
    CUSTOMER("Customer", SessionSort.CUSTOMER),
    REGION("Region", SessionSort.REGION),
    SESSIONS("Sessions", SessionSort.SESSIONS),
    SOURCE("Source", SessionSort.SOURCE),
    DESTINATION("Destination", SessionSort.DESTINATION),
    TIME_CONSUMED("Time", SessionSort.TIME_CONSUMED),
    OBSERVATION("Observation", null),
    HAS_HIGHLIGHT("Highlighted", null),
    HIGHLIGHT_URL("Ticket", null),
    HIGHLIGHT_TYPE("Highlight", null),
    HIGHLIGHT_DETAILS("Highlight details", null),
    UPLOADED_AT("Uploaded at", SessionSort.UPLOADED_AT),
    CREATED_AT("Created at", null);

    /** All there are. */
    public static final List<RowColumn> ALL = List.of(values());

    private final String label;
    private final @Nullable SessionSort sort;

    RowColumn(String label, @Nullable SessionSort sort) {
        this.label = label;
        this.sort = sort;
    }

    /** The name on the wire, as in {@code uploaded_at}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people. */
    public String label() {
        return label;
    }

    /** What rows are ordered by when they are ordered by this column; null when they cannot be. */
    public @Nullable SessionSort sort() {
        return sort;
    }

    public boolean isNumeric() {
        return this == SESSIONS || this == TIME_CONSUMED;
    }

    /** A text, number, truth value, id or time; null when the record has none. */
    public @Nullable Object of(SessionView record) {
        return switch (this) {
            case ID -> record.id();
            case CUSTOMER -> record.customer();
            case REGION -> record.region();
            case SESSIONS -> record.sessions();
            case SOURCE -> record.source();
            case DESTINATION -> record.destination();
            case TIME_CONSUMED -> record.timeConsumed();
            case OBSERVATION -> record.observation();
            case HAS_HIGHLIGHT -> record.hasHighlight();
            case HIGHLIGHT_URL -> record.highlightUrl();
            case HIGHLIGHT_TYPE -> record.highlightType();
            case HIGHLIGHT_DETAILS -> record.highlightDetails();
            case UPLOADED_AT -> record.uploadedAt();
            case CREATED_AT -> record.createdAt();
        };
    }

    static Optional<RowColumn> of(String code) {
        return ALL.stream().filter(column -> column.code().equals(code)).findFirst();
    }

    /** The names of some, as an address has them. */
    public static String codes(List<RowColumn> columns) {
        return columns.stream().map(RowColumn::code).collect(Collectors.joining(","));
    }

    /** All names, for a sentence. */
    static String codes() {
        return Arrays.stream(values()).map(RowColumn::code).collect(Collectors.joining(", "));
    }
}
