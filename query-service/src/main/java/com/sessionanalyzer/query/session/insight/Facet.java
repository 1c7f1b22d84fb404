package com.sessionanalyzer.query.session.insight;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of each value of one dimension, under the filter without what it asks of the dimension itself: the values that
 * are not asked for can be seen and chosen, and stand beside those that are.
 *
 * @param records by values, from most to fewest
 * @param before  the same in the days they are compared with; null when nothing is compared
 * @param total   of all values
 * @param wider   whether the filter asks something of the dimension, so that there are more records than it means
 */
public record Facet<K>(Map<K, Long> records, @Nullable Map<K, Long> before, long total, boolean wider) {

    /** Of records that the filter means, all of which are shown. */
    static <K> Facet<K> narrow(Map<K, Long> records, @Nullable Map<K, Long> before, long total) {
        return new Facet<>(records, before, total, false);
    }

    /** Of more records than the filter means. */
    static <K> Facet<K> wide(Map<K, Long> records, @Nullable Map<K, Long> before) {
        return new Facet<>(
                records,
                before,
                records.values().stream().mapToLong(Long::longValue).sum(),
                true);
    }
}
