package com.sessionanalyzer.query.session.insights;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.sessionanalyzer.query.period.Bucket;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All measures of one stretch of a window; counts are 0 and shares null where there are no records.
 *
 * @param start   the day, the Monday or the first of the month, which may lie before the window
 * @param end     the first day that is not meant any more
 * @param partial whether the window holds only a part of it
 */
public record SeriesBucket(
        LocalDate start,
        LocalDate end,
        boolean partial,
        @JsonAnyGetter @Schema(hidden = true) Map<String, @Nullable BigDecimal> measures) {

    static SeriesBucket of(Bucket bucket, SessionSums sums) {
        return new SeriesBucket(bucket.start(), bucket.end(), bucket.partial(), Measures.all(sums));
    }

    /** The value of a measure; null when it is a share of nothing. */
    public @Nullable BigDecimal measure(String code) {
        return measures.get(code);
    }
}
