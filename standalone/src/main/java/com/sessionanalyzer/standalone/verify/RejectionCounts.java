package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.intake.IntakeCount;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rejections per channel.
 *
 * @param log    in the topic
 * @param rows   in the database
 * @param erased that the database remembers; the channel is forgotten of those that had no row when they were erased
 */
record RejectionCounts(Map<String, Long> log, Map<String, Long> rows, Map<String, Long> erased) {

    /** Each rejected record is there, or erased: by channel when the channels of all are known, otherwise altogether. */
    Stream<Equation> equations(Set<String> channels, Map<String, IntakeCount> counts) {
        if (!erased.containsKey(DatabaseRows.UNKNOWN_CHANNEL)) {
            return channels.stream()
                    .flatMap(channel -> equations(
                            channel,
                            counts.getOrDefault(channel, IntakeCount.NONE).rejected(),
                            of(channel, log) + of(channel, erased),
                            of(channel, rows) + of(channel, erased)));
        }
        long rejected =
                counts.values().stream().mapToLong(IntakeCount::rejected).sum();
        return equations("all", rejected, sum(log) + sum(erased), sum(rows) + sum(erased));
    }

    private static Stream<Equation> equations(String channel, long rejected, long inLog, long inDatabase) {
        return new TreeMap<>(Map.of(
                        "rejections in the log, and erased", inLog,
                        "rejections in the database, and erased", inDatabase))
                .entrySet().stream()
                        .map(place -> new Equation(
                                channel + ": " + rejected + " rejected",
                                rejected,
                                place.getValue() + " " + place.getKey(),
                                place.getValue()));
    }

    private static long of(String channel, Map<String, Long> counts) {
        return counts.getOrDefault(channel, 0L);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
