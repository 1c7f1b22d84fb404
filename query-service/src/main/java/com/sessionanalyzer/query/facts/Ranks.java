package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.facts.FactSums.Measure;
import java.util.Arrays;

/**
 * What all groups of all buckets add up to in one measure, by which the largest are found: a number for each, which is a
 * quarter of what all its sums take.
 */
final class Ranks implements GroupCollector, GroupCollector.Buckets {

    private static final long MOST = 1L << 20;
    private static final long LEAST = 1L << 13;
    private static final int SHARE = 8;

    /** A group without rank takes about as long, from making room for it to forgetting it, as so many facts. */
    private static final int COST_OF_GROUP = 16;

    private final Measure measure;
    private final long groups;

    /** Twice the sum of each group, and one more when it has facts. */
    private final long[] ranks;

    private long first;

    Ranks(FactQuestion question, Measure measure) {
        this.measure = measure;
        this.groups = question.groups;
        this.ranks = new long[(int) all(question)];
    }

    /**
     * Whether the groups that have to be told are few of many, and there are so many of these that it pays to look at
     * everything twice.
     *
     * @param cost about how much there is to look at
     */
    static boolean isWorthIt(FactQuestion question, long cost) {
        return question.groups <= MOST
                && all(question) <= MOST
                && all(question) >= LEAST
                && all(question) * COST_OF_GROUP >= cost
                && all(question) / SHARE >= question.told.largest();
    }

    private static long all(FactQuestion question) {
        return question.groups * (question.buckets[question.buckets.length - 1] + 1L);
    }

    @Override
    public Ranks at(int bucket) {
        first = bucket * groups;
        return this;
    }

    @Override
    public void addCell(long group, Span span, int cell, boolean isLabelled) {
        long records = span.records[cell];
        add(
                group,
                switch (measure) {
                    case AMOUNT -> span.amounts[cell];
                    case VALUE -> span.values[cell];
                    default -> records * perFact(FactShape.hasValue(span.codes[cell]), isLabelled);
                });
    }

    @Override
    public void addRun(long group, FactRows rows, int from, int to, boolean isLabelled) {
        int perFact = perFact(true, isLabelled);
        for (int row = from; row < to; row++) {
            add(group, of(rows.packs[row], perFact));
        }
    }

    @Override
    public void addRows(
            long part, long[] parts, FactRows rows, int from, int to, boolean hasValue, boolean isLabelled) {
        int perFact = perFact(hasValue, isLabelled);
        for (int row = from; row < to; row++) {
            long ofSubject = parts[rows.subjects[row]];
            if (ofSubject >= 0) {
                add(part + ofSubject, of(rows.packs[row], perFact));
            }
        }
    }

    @Override
    public void addEntries(long part, long[] parts, SubjectSums sums, int cell, boolean isLabelled) {
        int[] totals = sums.totals();
        int perFact = perFact(FactShape.hasValue(sums.codes[cell]), isLabelled);
        for (int entry = sums.starts[cell]; entry < sums.ends[cell]; entry++) {
            long ofSubject = parts[sums.subjects[entry]];
            int total = totals[entry];
            if (ofSubject >= 0 && total != Total.NOTHING) {
                add(
                        part + ofSubject,
                        switch (measure) {
                            case AMOUNT -> sums.wide().amount(total);
                            case VALUE -> sums.wide().value(total);
                            default -> (long) sums.wide().count(total) * perFact;
                        });
            }
        }
    }

    @Override
    public void addFact(long group, int subject, int pack, boolean isLabelled) {
        add(group, of(pack, perFact(Pack.value(pack) > 0, isLabelled)));
    }

    /** Adds what another has of other facts. */
    Ranks join(Ranks other) {
        for (int group = 0; group < ranks.length; group++) {
            long hasFacts = (ranks[group] | other.ranks[group]) & 1;
            ranks[group] = ((ranks[group] & -2) + (other.ranks[group] & -2)) | hasFacts;
        }
        return this;
    }

    /** How many groups have facts. */
    int size() {
        int size = 0;
        for (long rank : ranks) {
            size += (int) rank & 1;
        }
        return size;
    }

    /** How many different remainders the numbers of groups with facts leave. */
    int remainders(int divisor) {
        long[] there = new long[divisor];
        for (int group = 0; group < ranks.length; group += divisor) {
            int beyond = Math.min(divisor, ranks.length - group);
            for (int remainder = 0; remainder < beyond; remainder++) {
                there[remainder] |= ranks[group + remainder];
            }
        }
        return (int) Arrays.stream(there).filter(any -> any != 0).count();
    }

    /** The groups with the largest ranks, at least so many if there are, and all that are equal to the last of them. */
    ChosenGroups largest(int atLeast) {
        LargestNumbers largest = new LargestNumbers(atLeast);
        for (long rank : ranks) {
            largest.add(rank);
        }
        long least = Math.max(1, largest.least());
        ChosenGroups chosen = new ChosenGroups(ranks.length, atLeast);
        for (int group = 0; group < ranks.length; group++) {
            if (ranks[group] >= least) {
                chosen.add(group);
            }
        }
        return chosen;
    }

    private int perFact(boolean hasValue, boolean isLabelled) {
        return switch (measure) {
            case WITH_VALUE -> hasValue ? 1 : 0;
            case WITH_LABEL -> isLabelled ? 1 : 0;
            default -> 1;
        };
    }

    private int of(int pack, int perFact) {
        return switch (measure) {
            case AMOUNT -> Pack.amount(pack);
            case VALUE -> Pack.value(pack);
            default -> perFact;
        };
    }

    private void add(long group, long sum) {
        int at = (int) (first + group);
        ranks[at] = (ranks[at] + 2 * sum) | 1;
    }
}
