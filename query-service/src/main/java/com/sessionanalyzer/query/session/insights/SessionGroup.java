package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.schema.session.SessionCube;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What session records can be grouped by. */
public enum SessionGroup {
    BUCKET,
    DAY,
    WEEK,
    MONTH,
    REGION,
    SOURCE,
    DESTINATION,
    CUSTOMER,
    HIGHLIGHT,
    MINUTES;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name on the wire, as in {@code region}. */
    public String code() {
        return code;
    }

    /** The name of its column: the minutes of each record are not those that a group adds up to. */
    public String column() {
        return this == MINUTES ? "record_minutes" : code;
    }

    public static Optional<SessionGroup> of(String code) {
        return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst();
    }

    /** Whether it is a stretch of days. */
    boolean isTime() {
        return this == BUCKET || this == DAY || this == WEEK || this == MONTH;
    }

    /** The grain of a stretch of days; null of a group that is none. */
    @Nullable
    Grain grain(Grain asked) {
        return switch (this) {
            case BUCKET -> asked;
            case DAY -> Grain.DAY;
            case WEEK -> Grain.WEEK;
            case MONTH -> Grain.MONTH;
            default -> null;
        };
    }

    /** The place of its dimension in the facts; -1 of a group that is none. */
    int dimension() {
        return switch (this) {
            case REGION -> SessionCube.REGION;
            case SOURCE -> SessionCube.SOURCE;
            case DESTINATION -> SessionCube.DESTINATION;
            default -> -1;
        };
    }
}
