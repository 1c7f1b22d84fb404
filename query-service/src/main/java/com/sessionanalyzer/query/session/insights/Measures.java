package com.sessionanalyzer.query.session.insights;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All measures by their names, in the order in which they are declared. */
final class Measures {

    private Measures() {}

    static Map<String, @Nullable BigDecimal> all(SessionSums sums) {
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        for (SessionMeasure measure : SessionMeasure.values()) {
            values.put(measure.code(), measure.of(sums));
        }
        return Collections.unmodifiableMap(values);
    }

    static Map<String, Change> changes(SessionSums now, SessionSums before) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (SessionMeasure measure : SessionMeasure.values()) {
            changes.put(measure.code(), Change.of(measure, now, before));
        }
        return Collections.unmodifiableMap(changes);
    }
}
