package com.sessionanalyzer.standalone.generate;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Numbers from 0 of which the n-th comes up as often as 1/n of the first (Zipf), drawn in constant time whatever their count:
 * Vose's alias method.
 */
final class Skewed {

    private final long[] thresholds;
    private final int[] aliases;

    Skewed(int count) {
        this.thresholds = new long[count];
        this.aliases = new int[count];
        divide(weights(count));
    }

    int pick(Dice dice) {
        long bits = dice.next();
        int column = (int) (((bits >>> Integer.SIZE) * aliases.length) >>> Integer.SIZE);
        return (bits & 0xFFFF_FFFFL) < thresholds[column] ? column : aliases[column];
    }

    private static double[] weights(int count) {
        double[] weights = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = 1.0 / (i + 1);
            sum += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] *= count / sum;
        }
        return weights;
    }

    private void divide(double[] weights) {
        Deque<Integer> small = new ArrayDeque<>();
        Deque<Integer> large = new ArrayDeque<>();
        for (int i = 0; i < weights.length; i++) {
            (weights[i] < 1 ? small : large).add(i);
            thresholds[i] = 1L << Integer.SIZE;
        }
        while (!small.isEmpty() && !large.isEmpty()) {
            int poor = small.remove();
            int rich = large.remove();
            thresholds[poor] = (long) (weights[poor] * 0x1.0p32);
            aliases[poor] = rich;
            weights[rich] -= 1 - weights[poor];
            (weights[rich] < 1 ? small : large).add(rich);
        }
    }
}
