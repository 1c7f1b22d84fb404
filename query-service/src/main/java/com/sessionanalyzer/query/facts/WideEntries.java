package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.util.Arrays;

/** What the entries add up to that a {@link Total} has no room for. The place of one that has no facts any more is another's. */
final class WideEntries {

    private static final int FEW = 8;

    private int[] counts = new int[FEW];
    private int[] values = new int[FEW];
    private long[] amounts = new long[FEW];
    private int size;

    /** How many places are nobody's. */
    private int free;

    /** The one of them to take first, where the next is kept as its value, and so on. */
    private int nextFree;

    /** How many facts an entry with this total has, whether it is here or not. */
    int count(int total) {
        return Total.isWide(total) ? counts[~total] : Total.count(total);
    }

    int value(int total) {
        return Total.isWide(total) ? values[~total] : Total.value(total);
    }

    long amount(int total) {
        return Total.isWide(total) ? amounts[~total] : Total.amount(total);
    }

    /** Keeps an entry; its total says where. */
    int add(int count, int value, long amount) {
        int place = place();
        counts[place] = count;
        values[place] = value;
        amounts[place] = amount;
        return ~place;
    }

    /** Adds a fact to an entry that is here, or takes it away; its total from then on. */
    int change(int total, int sign, int pack) {
        int place = ~total;
        counts[place] += sign;
        values[place] += sign * Pack.value(pack);
        amounts[place] += (long) sign * Pack.amount(pack);
        if (counts[place] > 0) {
            return total;
        }
        values[place] = nextFree;
        nextFree = place;
        free++;
        return Total.NOTHING;
    }

    private int place() {
        if (free > 0) {
            int place = nextFree;
            nextFree = values[place];
            free--;
            return place;
        }
        if (size == counts.length) {
            counts = Arrays.copyOf(counts, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            amounts = Arrays.copyOf(amounts, 2 * size);
        }
        return size++;
    }

    long bytes() {
        return (long) counts.length * (2 * Integer.BYTES + Long.BYTES);
    }

    void write(StateOutput output) throws IOException {
        output.ints(counts, size)
                .ints(values, size)
                .longs(amounts, size)
                .number(free)
                .number(nextFree);
    }

    static WideEntries read(StateInput input) throws IOException {
        WideEntries entries = new WideEntries();
        int[] counts = input.ints();
        entries.size = counts.length;
        int room = Math.max(FEW, counts.length);
        entries.counts = Arrays.copyOf(counts, room);
        entries.values = Arrays.copyOf(input.ints(), room);
        entries.amounts = Arrays.copyOf(input.longs(), room);
        entries.free = input.number();
        entries.nextFree = input.number();
        return entries;
    }
}
