package com.sessionanalyzer.query.facts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the facts of each group add up to; only groups with facts are there, bucket by bucket and otherwise in any order. */
public final class FactSums {

    private static final int FEW = 16;
    private static final int UNKNOWN = -1;

    private final @Nullable GroupSums only;
    private final long first;
    private long[] groups = new long[FEW];
    private long[] sums = new long[FEW * GroupSums.WIDTH];
    private final long[] others = new long[GroupSums.WIDTH];
    private int size;
    private long counted;
    private boolean isWhole = true;
    private @Nullable Ranks all;
    private int subjects = UNKNOWN;

    /** What is summed. */
    public enum Measure {
        RECORDS,
        AMOUNT,
        WITH_VALUE,
        VALUE,
        WITH_LABEL,
        SUBJECTS
    }

    /** Takes each group that has facts. */
    @FunctionalInterface
    public interface GroupConsumer {

        void accept(long group, int index);
    }

    FactSums() {
        this.only = null;
        this.first = 0;
    }

    /** Those of one bucket, whose groups are numbered from this on; they are not copied. */
    FactSums(GroupSums only, long first) {
        only.arrange();
        this.only = only;
        this.first = first;
        this.size = only.size();
    }

    public void forEach(GroupConsumer each) {
        for (int index = 0; index < size; index++) {
            each.accept(group(index), index);
        }
    }

    /** How many groups are told. */
    public int size() {
        return size;
    }

    /** How many groups there are, those included that are only counted. */
    public long groups() {
        return size + counted;
    }

    /** The number of the group at an index. */
    public long group(int index) {
        return only == null ? groups[index] : first + only.group(index);
    }

    public long sum(Measure measure, int index) {
        return only == null
                ? GroupSums.sum(measure, sums, index * GroupSums.WIDTH)
                : GroupSums.sum(measure, only.sums(), only.at(index));
    }

    /** Whether what is {@link #added} is of all groups, those included that are not told. */
    public boolean isWhole() {
        return isWhole;
    }

    /** One group, with what all these groups add up to; a subject of several of them is counted in each. */
    public FactSums added() {
        long[] added = others.clone();
        long[] from = only == null ? sums : only.sums();
        for (int index = 0; index < size; index++) {
            int at = only == null ? index * GroupSums.WIDTH : only.at(index);
            for (int column = 0; column < GroupSums.WIDTH; column++) {
                added[column] += from[at + column];
            }
        }
        FactSums one = new FactSums();
        one.append(0, added, 0);
        return one;
    }

    /** How many distinct subjects all groups have together, when they were counted and the sums are {@linkplain #isWhole whole}. */
    public OptionalInt subjects() {
        return subjects == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(subjects);
    }

    /** How many different remainders the numbers of all groups leave, when the sums are {@linkplain #isWhole whole}. */
    public int remainders(int divisor) {
        if (all != null) {
            return all.remainders(divisor);
        }
        BitSet remainders = new BitSet(divisor);
        for (int index = 0; index < size; index++) {
            remainders.set((int) (group(index) % divisor));
        }
        return remainders.cardinality();
    }

    void subjects(int all) {
        subjects = all;
    }

    /** Has so many groups be known of which nothing else is. */
    void count(long more) {
        counted += more;
        isWhole &= more == 0;
    }

    /** Has those groups be known that are not told, but added up. */
    void count(Ranks ranks) {
        all = ranks;
        counted = (long) ranks.size() - size;
    }

    /** Adds up what is not told. */
    void addOthers(long[] from, int at) {
        for (int column = 0; column < GroupSums.WIDTH; column++) {
            others[column] += from[at + column];
        }
    }

    /** Adds a group that was not there, with the sums that stand there. */
    void append(long group, long[] from, int at) {
        if (size == groups.length) {
            groups = Arrays.copyOf(groups, 2 * size);
            sums = Arrays.copyOf(sums, 2 * sums.length);
        }
        groups[size] = group;
        System.arraycopy(from, at, sums, size * GroupSums.WIDTH, GroupSums.WIDTH);
        size++;
    }

    /** Adds groups that were not there. */
    void appendAll(FactSums later) {
        for (int index = 0; index < later.size; index++) {
            append(later.groups[index], later.sums, index * GroupSums.WIDTH);
        }
        counted += later.counted;
        isWhole &= later.isWhole;
    }
}
