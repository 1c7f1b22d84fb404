package com.sessionanalyzer.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What repeats of one measurement gave.
 *
 * @param perSecond records per second of each repeat, in their order
 * @param costs     what else was measured over all repeats, by name
 */
record Rates(String name, List<Double> perSecond, Map<String, Object> costs) {

    double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** These, and how they compare with others of the same run, repeat by repeat. */
    Rates comparedWith(Rates others) {
        List<Double> ratios = IntStream.range(0, perSecond.size())
                .mapToObj(i -> perSecond.get(i) / others.perSecond.get(i))
                .toList();
        Map<String, Object> more = new LinkedHashMap<>(costs);
        more.put("of " + others.name, Math.round(new Rates(name, ratios, Map.of()).median() * 100) / 100.0);
        return new Rates(name, perSecond, more);
    }

    String sentence() {
        double[] sorted = sorted();
        return String.format(
                Locale.ROOT,
                "%-24s %,12.0f records/s  (%,.0f to %,.0f in %d repeats)  %s",
                name,
                median(),
                sorted[0],
                sorted[sorted.length - 1],
                sorted.length,
                costs.isEmpty() ? "" : costs);
    }

    /** As a result file has it. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("medianPerSecond", Math.round(median()));
        map.put("repeats", perSecond.stream().map(Math::round).toList());
        map.putAll(costs);
        return map;
    }

    private double[] sorted() {
        return perSecond.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
