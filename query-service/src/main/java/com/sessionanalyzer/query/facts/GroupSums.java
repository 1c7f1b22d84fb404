package com.sessionanalyzer.query.facts;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of each group of one bucket add up to. Counts stand two to a number, so that the sums of a group are half a
 * line of the processor's cache.
 */
final class GroupSums {

    static final int WIDTH = 4;

    private static final long MOST_DENSE = 1L << 20;
    private static final int FEW = 64;
    private static final int SPARSE = 8;
    private static final long ONE_WITH_VALUE = (1L << Integer.SIZE) + 1;
    private static final int COUNTS = 0;
    private static final int LABELLED = 1;
    private static final int AMOUNT = 2;
    private static final int VALUE = 3;

    private final boolean dense;
    private final @Nullable ChosenGroups chosen;
    private LongSlots slots = new LongSlots();
    private long[] sums;
    private int[] touched = new int[FEW];
    private int touches;

    GroupSums(long groups) {
        this.dense = isDense(groups);
        this.chosen = null;
        this.sums = new long[WIDTH * (dense ? (int) groups : FEW)];
    }

    /** Of chosen groups; the others are added up together. */
    GroupSums(ChosenGroups chosen) {
        this.dense = true;
        this.chosen = chosen;
        this.sums = new long[WIDTH * chosen.indexes()];
    }

    static boolean isDense(long groups) {
        return groups <= MOST_DENSE;
    }

    /** Where the group's sums are. */
    int indexOf(long group) {
        if (dense) {
            return place(group);
        }
        int index = slots.add(group);
        if (WIDTH * (index + 1) > sums.length) {
            sums = Arrays.copyOf(sums, sums.length * 2);
        }
        return index;
    }

    /** Adds facts, of which either all or none have a value, and all or none a label. */
    void add(int index, long records, long amount, long value, boolean hasValue, boolean isLabelled) {
        int at = WIDTH * index;
        long before = sums[at];
        if (before == 0) {
            touch(index);
        }
        sums[at] = before + (hasValue ? records << Integer.SIZE | records : records);
        sums[at + AMOUNT] += amount;
        sums[at + VALUE] += value;
        if (isLabelled) {
            sums[at + LABELLED] += records;
        }
    }

    /** Whether all groups have their place, so that many facts can be added at once. */
    boolean hasPlaces() {
        return dense;
    }

    /** Adds facts that stand side by side, each to the group of its subject. */
    void addRows(long part, long[] parts, FactRows rows, int from, int to, boolean hasValue, boolean isLabelled) {
        int[] subjects = rows.subjects;
        int[] packs = rows.packs;
        long[] all = sums;
        long counts = hasValue ? ONE_WITH_VALUE : 1;
        for (int row = from; row < to; row++) {
            long ofSubject = parts[subjects[row]];
            if (ofSubject >= 0) {
                int index = place(part + ofSubject);
                int at = WIDTH * index;
                if (all[at] == 0) {
                    touch(index);
                }
                all[at] += counts;
                all[at + AMOUNT] += Pack.amount(packs[row]);
                all[at + VALUE] += Pack.value(packs[row]);
                if (isLabelled) {
                    all[at + LABELLED]++;
                }
            }
        }
    }

    /** Adds what the facts of a cell add up to, each entry to the group of its subject. */
    void addEntries(
            long part, long[] parts, SubjectSums these, int from, int to, boolean hasValue, boolean isLabelled) {
        int[] subjects = these.subjects;
        int[] totals = these.totals();
        WideEntries wide = these.wide();
        long[] all = sums;
        long counts = hasValue ? ONE_WITH_VALUE : 1;
        for (int entry = from; entry < to; entry++) {
            int total = totals[entry];
            long ofSubject = parts[subjects[entry]];
            if (ofSubject >= 0 && total != Total.NOTHING) {
                int index = place(part + ofSubject);
                int at = WIDTH * index;
                if (all[at] == 0) {
                    touch(index);
                }
                int count = wide.count(total);
                all[at] += counts * count;
                all[at + AMOUNT] += wide.amount(total);
                all[at + VALUE] += wide.value(total);
                if (isLabelled) {
                    all[at + LABELLED] += count;
                }
            }
        }
    }

    private int place(long group) {
        return chosen == null ? (int) group : chosen.indexOf(group);
    }

    void addSubjects(int index, int more) {
        sums[WIDTH * index + LABELLED] += (long) more << Integer.SIZE;
    }

    /** Adds those of another that counts by the same groups; subjects are not added. */
    void addAll(GroupSums other) {
        for (int touch = 0; touch < other.touches; touch++) {
            int index = other.touched[touch];
            int at = WIDTH * index;
            if (sums[at] == 0) {
                touch(index);
            }
            sums[at] += other.sums[at];
            sums[at + LABELLED] += (int) other.sums[at + LABELLED];
            sums[at + AMOUNT] += other.sums[at + AMOUNT];
            sums[at + VALUE] += other.sums[at + VALUE];
        }
    }

    /** How many groups have facts. */
    int size() {
        return touches;
    }

    /** The number of one of the groups that have facts, and are not among the others of those chosen. */
    long group(int touch) {
        if (chosen != null) {
            return chosen.group(touched[touch]);
        }
        return dense ? touched[touch] : slots.key(touched[touch]);
    }

    /** Where the sums of one of the groups with facts begin. */
    int at(int touch) {
        return WIDTH * touched[touch];
    }

    long[] sums() {
        return sums;
    }

    /** The sum of one group, by where its sums begin. */
    static long sum(FactSums.Measure measure, long[] sums, int at) {
        return switch (measure) {
            case RECORDS -> (int) sums[at + COUNTS];
            case WITH_VALUE -> sums[at + COUNTS] >>> Integer.SIZE;
            case WITH_LABEL -> (int) sums[at + LABELLED];
            case SUBJECTS -> sums[at + LABELLED] >>> Integer.SIZE;
            case AMOUNT -> sums[at + AMOUNT];
            case VALUE -> sums[at + VALUE];
        };
    }

    /** Has many groups follow each other as their sums do in memory, since these are read more than once. */
    void arrange() {
        if (!dense || touches < sums.length / WIDTH / SPARSE) {
            return;
        }
        int next = 0;
        for (int index = 0; index < sums.length / WIDTH; index++) {
            if (sums[WIDTH * index] != 0) {
                touched[next++] = index;
            }
        }
    }

    /** Tells what there is, by group from this number on, and forgets it. */
    void tell(long first, FactSums all) {
        arrange();
        for (int touch = 0; touch < touches; touch++) {
            int at = at(touch);
            if (chosen == null || ChosenGroups.isChosen(touched[touch])) {
                all.append(first + group(touch), sums, at);
            } else {
                all.addOthers(sums, at);
            }
            Arrays.fill(sums, at, at + WIDTH, 0);
        }
        touches = 0;
        if (slots.size() > 0) {
            slots = new LongSlots();
        }
    }

    private void touch(int index) {
        if (touches == touched.length) {
            touched = Arrays.copyOf(touched, 2 * touches);
        }
        touched[touches++] = index;
    }
}
