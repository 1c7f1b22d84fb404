package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the facts of each week, or of each year, add up to. */
final class Stretches {

    private static final int LEAST_TAIL = 1_024;

    private final Stretch kind;
    private final TreeMap<LocalDate, SubjectSums> sums = new TreeMap<>();
    private LocalDate settled = LocalDate.MIN;

    Stretches(Stretch kind) {
        this.kind = kind;
    }

    /** The day after the last one of the stretch that a day is in. */
    LocalDate beyond(LocalDate day) {
        return kind.next(kind.first(day));
    }

    /** The sums of the stretch that a day is in; null when it has no facts. */
    @Nullable
    SubjectSums of(LocalDate day) {
        return sums.get(kind.first(day));
    }

    void add(LocalDate day, int code, int subject, int pack) {
        sums.computeIfAbsent(kind.first(day), missing -> new SubjectSums(LEAST_TAIL))
                .add(code, subject, pack);
    }

    void remove(LocalDate day, int code, int subject, int pack) {
        SubjectSums those = of(day);
        if (those == null) {
            throw new IllegalStateException("a fact that is taken away must be there");
        }
        those.remove(code, subject, pack);
        if (those.rows() == 0) {
            sums.remove(kind.first(day));
        }
    }

    /** Puts the next tail for which it is worth it in its places. */
    void settleNext() {
        for (int left = sums.size(); left > 0; left--) {
            Map.Entry<LocalDate, SubjectSums> next = sums.higherEntry(settled);
            if (next == null) {
                next = sums.firstEntry();
            }
            settled = next.getKey();
            if (next.getValue().settleWhenWorth()) {
                return;
            }
        }
    }

    long bytes() {
        return sums.values().stream().mapToLong(SubjectSums::bytes).sum();
    }

    void write(StateOutput output) throws IOException {
        output.number(sums.size());
        for (Map.Entry<LocalDate, SubjectSums> each : sums.entrySet()) {
            output.longNumber(each.getKey().toEpochDay());
            each.getValue().write(output);
        }
    }

    void read(StateInput input) throws IOException {
        for (int left = input.number(); left > 0; left--) {
            LocalDate first = LocalDate.ofEpochDay(input.longNumber());
            SubjectSums those = new SubjectSums(LEAST_TAIL);
            those.read(input);
            sums.put(first, those);
        }
    }
}
