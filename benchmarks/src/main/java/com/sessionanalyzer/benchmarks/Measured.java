package com.sessionanalyzer.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What repeats of one measurement gave.
 *
 * @param unit   of the values, as in {@code records/s} or {@code ms}
 * @param values of each repeat, in their order
 * @param costs  what else was measured over all repeats, by name
 */
record Measured(String name, String unit, List<Double> values, Map<String, Object> costs) {

    static final String RATE = "records/s";
    static final String MILLIS = "ms";

    private static final double SHOWN_WHOLE = 100;
    private static final double THOUSANDTHS = 1e3;

    /** Records per second. */
    Measured(String name, List<Double> perSecond, Map<String, Object> costs) {
        this(name, RATE, perSecond, costs);
    }

    double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** These, and how they compare with others of the same run, repeat by repeat. */
    Measured comparedWith(Measured others) {
        List<Double> ratios = IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i) / others.values.get(i))
                .toList();
        return with("of " + others.name, Math.round(new Measured(name, ratios, Map.of()).median() * 100) / 100.0);
    }

    /** These, and something else that was measured. */
    Measured with(String cost, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(costs);
        more.put(cost, value);
        return new Measured(name, unit, values, more);
    }

    String sentence() {
        double[] sorted = sorted();
        return String.format(
                Locale.ROOT,
                "%-32s %12s %s  (%s to %s in %d repeats)  %s",
                name,
                shown(median()),
                unit,
                shown(sorted[0]),
                shown(sorted[sorted.length - 1]),
                sorted.length,
                costs.isEmpty() ? "" : costs);
    }

    /** As a result file has it. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("unit", unit);
        map.put("median", rounded(median()));
        map.put("repeats", values.stream().map(Measured::rounded).toList());
        map.putAll(costs);
        return map;
    }

    private static String shown(double value) {
        return value < SHOWN_WHOLE ? String.valueOf(rounded(value)) : String.format(Locale.ROOT, "%,.0f", value);
    }

    private static Number rounded(double value) {
        if (value < SHOWN_WHOLE) {
            return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
        }
        return Math.round(value);
    }

    private double[] sorted() {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
