package com.sessionanalyzer.query.facts;

import java.util.Arrays;

/** Finds the least of so many largest numbers, without putting the others in order. */
final class LargestNumbers {

    private static final int ROOM = 4;

    private final int most;
    private final long[] numbers;
    private int size;
    private long least = Long.MIN_VALUE;

    LargestNumbers(int most) {
        this.most = most;
        this.numbers = new long[ROOM * most];
    }

    void add(long number) {
        if (number > least) {
            numbers[size++] = number;
            if (size == numbers.length) {
                keepLargest();
            }
        }
    }

    /** The least of the largest; less than all when there are no more than that. */
    long least() {
        if (size >= most) {
            keepLargest();
        }
        return least;
    }

    private void keepLargest() {
        Arrays.sort(numbers, 0, size);
        System.arraycopy(numbers, size - most, numbers, 0, most);
        size = most;
        least = numbers[0];
    }
}
