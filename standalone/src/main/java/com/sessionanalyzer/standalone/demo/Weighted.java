package com.sessionanalyzer.standalone.demo;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Values of which some come up more often than others. */
final class Weighted<T> {

    private final List<T> values;
    private final double[] cumulative;

    Weighted(List<T> values, ToDoubleFunction<T> weight) {
        this.values = List.copyOf(values);
        this.cumulative = values.stream().mapToDouble(weight).toArray();
        Arrays.parallelPrefix(cumulative, Double::sum);
    }

    /** The earlier a value stands, the more often it comes up: the n-th as often as 1/n of the first. */
    static <T> Weighted<T> skewed(List<T> values) {
        return new Weighted<>(values, value -> 1.0 / (1 + values.indexOf(value)));
    }

    T pick(RandomGenerator random) {
        return at(random.nextDouble());
    }

    /** The value at a share of the whole weight, from 0 to below 1. */
    T at(double share) {
        int found = Arrays.binarySearch(cumulative, share * cumulative[cumulative.length - 1]);
        return values.get(Math.min(found < 0 ? -found - 1 : found + 1, values.size() - 1));
    }
}
