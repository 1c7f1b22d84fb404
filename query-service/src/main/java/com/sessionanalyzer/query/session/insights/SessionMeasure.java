package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.facts.FactSums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be asked of a group of session records, and which way it should go. */
public enum SessionMeasure {
    RECORDS("Records", Better.MORE),
    SESSIONS("Sessions reviewed", Better.MORE),
    CUSTOMERS("Customers", Better.MORE),
    TIMED_RECORDS("Records with time", Better.MORE),
    MINUTES("Minutes", Better.NEITHER),
    HOURS("Hours", Better.NEITHER),
    AVG_MINUTES("Minutes per record with time", Better.LESS),
    HIGHLIGHTS("Highlights", Better.LESS),
    HIGHLIGHT_RATE("Share of records with a highlight, in percent", Better.LESS);

    private static final int DECIMALS = 2;
    private static final int PERCENT_DECIMALS = 1;

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String label;
    private final Better better;

    SessionMeasure(String label, Better better) {
        this.label = label;
        this.better = better;
    }

    /** The name on the wire, as in {@code avg_minutes}. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public Better better() {
        return better;
    }

    /** Whether it is in percent, so that a change of it is told in percentage points too. */
    public boolean isRate() {
        return this == HIGHLIGHT_RATE;
    }

    public static Optional<SessionMeasure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code.equals(code))
                .findFirst();
    }

    /** The value, rounded half up; null when it is a share or an average of nothing. */
    public @Nullable BigDecimal of(SessionSums sums) {
        return switch (this) {
            case RECORDS -> BigDecimal.valueOf(sums.records());
            case SESSIONS -> BigDecimal.valueOf(sums.sessions());
            case CUSTOMERS -> BigDecimal.valueOf(sums.customers());
            case TIMED_RECORDS -> BigDecimal.valueOf(sums.timedRecords());
            case MINUTES -> BigDecimal.valueOf(sums.minutes());
            case HOURS -> share(sums.minutes(), 60, DECIMALS);
            case AVG_MINUTES -> share(sums.minutes(), sums.timedRecords(), DECIMALS);
            case HIGHLIGHTS -> BigDecimal.valueOf(sums.highlights());
            case HIGHLIGHT_RATE -> share(100 * sums.highlights(), sums.records(), PERCENT_DECIMALS);
        };
    }

    /** The sum of facts that it is; empty when it is a share or something else. */
    Optional<FactSums.Measure> sum() {
        return Optional.ofNullable(
                switch (this) {
                    case RECORDS -> FactSums.Measure.RECORDS;
                    case SESSIONS -> FactSums.Measure.AMOUNT;
                    case TIMED_RECORDS -> FactSums.Measure.WITH_VALUE;
                    case MINUTES -> FactSums.Measure.VALUE;
                    case HIGHLIGHTS -> FactSums.Measure.WITH_LABEL;
                    case CUSTOMERS, HOURS, AVG_MINUTES, HIGHLIGHT_RATE -> null;
                });
    }

    /** A number in the order of the values; the largest there is when there is none. */
    long rank(SessionSums sums) {
        return switch (this) {
            case RECORDS -> sums.records();
            case SESSIONS -> sums.sessions();
            case CUSTOMERS -> sums.customers();
            case TIMED_RECORDS -> sums.timedRecords();
            case MINUTES -> sums.minutes();
            case HOURS -> rounded(100 * sums.minutes(), 60);
            case AVG_MINUTES -> rounded(100 * sums.minutes(), sums.timedRecords());
            case HIGHLIGHTS -> sums.highlights();
            case HIGHLIGHT_RATE -> rounded(1_000 * sums.highlights(), sums.records());
        };
    }

    private static long rounded(long numerator, long denominator) {
        return denominator == 0 ? Long.MAX_VALUE : (2 * numerator + denominator) / (2 * denominator);
    }

    private static @Nullable BigDecimal share(long numerator, long denominator, int decimals) {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
    }
}
