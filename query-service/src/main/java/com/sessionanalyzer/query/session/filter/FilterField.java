package com.sessionanalyzer.query.session.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A field that records are chosen by, beside the period. */
public enum FilterField {
    REGION("Region", true),
    SOURCE("Source", true),
    DESTINATION("Destination", true),
    CUSTOMER("Customer", true),
    HIGHLIGHT("Highlight", true),
    HAS_TIME("Has time", false),
    MINUTES_MIN("Minutes from", false),
    MINUTES_MAX("Minutes to", false);

    private final String parameter = name().toLowerCase(Locale.ROOT);
    private final String label;
    private final boolean repeatable;

    FilterField(String label, boolean repeatable) {
        this.label = label;
        this.repeatable = repeatable;
    }

    /** The name of the parameter, as in {@code has_time}. */
    public String parameter() {
        return parameter;
    }

    /** What it is called on a page. */
    public String label() {
        return label;
    }

    public boolean isRepeatable() {
        return repeatable;
    }

    public static Optional<FilterField> of(String parameter) {
        return Arrays.stream(values())
                .filter(field -> field.parameter.equals(parameter))
                .findFirst();
    }

    /** What a value of it is called on a page. */
    public String label(String value) {
        return switch (this) {
            case HIGHLIGHT -> HighlightChoices.label(value);
            case HAS_TIME -> value.equals("true") ? "Yes" : "No";
            default -> value;
        };
    }

    /** The values of it that are asked for, as an address has them. */
    public SortedSet<String> values(SessionFilter filter) {
        return switch (this) {
            case REGION -> filter.regions();
            case SOURCE -> filter.sources();
            case DESTINATION -> filter.destinations();
            case CUSTOMER -> filter.customers();
            case HIGHLIGHT -> filter.highlights();
            case HAS_TIME -> texts(filter.hasTime());
            case MINUTES_MIN -> texts(filter.minutesMin());
            case MINUTES_MAX -> texts(filter.minutesMax());
        };
    }

    SessionFilter add(SessionFilter filter, String value) {
        return with(filter, Stream.concat(values(filter).stream(), Stream.of(value)));
    }

    SessionFilter set(SessionFilter filter, String value) {
        return with(filter, Stream.of(value));
    }

    SessionFilter remove(SessionFilter filter, String value) {
        return with(filter, values(filter).stream().filter(one -> !one.equals(value)));
    }

    SessionFilter clear(SessionFilter filter) {
        return with(filter, Stream.empty());
    }

    private SessionFilter with(SessionFilter filter, Stream<String> values) {
        FilterDraft draft = FilterDraft.of(filter);
        draft.set(this, values.toList());
        return draft.filter();
    }

    private static SortedSet<String> texts(@Nullable Object value) {
        return new TreeSet<>(Stream.ofNullable(value).map(Object::toString).toList());
    }
}
