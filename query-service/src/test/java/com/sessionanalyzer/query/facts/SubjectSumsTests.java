package com.sessionanalyzer.query.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.state.Kept;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a subject's facts of a month add up to in a cell, however many they are. */
class SubjectSumsTests {

    private static final int CODE = 3;
    private static final int SUBJECT = 5;
    private static final int FACT = Pack.of(100, 5_000);
    private static final int SMALL = Pack.of(1, 2);

    private SubjectSums sums = new SubjectSums(1);

    @Test
    void addsUpMoreThanATotalHasRoomForAndGoesBackToNothing() {
        add(SUBJECT, SMALL);
        assertThat(sums.wide().bytes()).isEqualTo(new WideEntries().bytes());
        assertThat(Total.isWide(total())).isFalse();

        for (int fact = 0; fact < 200; fact++) {
            add(SUBJECT, FACT);
        }
        assertThat(wide()).containsExactly(201, 20_001, 1_000_002);

        for (int fact = 0; fact < 200; fact++) {
            sums.remove(CODE, SUBJECT, FACT);
        }
        assertThat(wide()).containsExactly(1, 1, 2);

        sums.remove(CODE, SUBJECT, SMALL);
        assertThat(total()).isEqualTo(Total.NOTHING);
    }

    @Test
    void countsMoreFactsThanATotalHasRoomForWithoutAnyValue() {
        for (int fact = 0; fact < 300; fact++) {
            add(SUBJECT, Pack.of(0, 0));
        }

        assertThat(wide()).containsExactly(300, 0, 0);
    }

    @Test
    void takesThePlacesOfEntriesThatHaveGone() {
        Random random = new Random(3);
        for (int subject = 0; subject < 100; subject++) {
            add(subject, FACT);
        }
        long bytes = sums.wide().bytes();
        for (int round = 0; round < 1_000; round++) {
            int subject = random.nextInt(100);
            sums.remove(CODE, subject, FACT);
            add(subject, FACT);
        }

        assertThat(sums.wide().bytes()).isEqualTo(bytes);
        assertThat(sums.amounts[0]).isEqualTo(100 * 5_000L);
    }

    @Test
    void isReadAsItWasWritten() throws Exception {
        add(SUBJECT, FACT);
        add(SUBJECT + 1, FACT);
        sums.remove(CODE, SUBJECT + 1, FACT);
        add(SUBJECT, SMALL);

        sums = Kept.again(sums::write, input -> {
            SubjectSums read = new SubjectSums(1);
            read.read(input);
            return read;
        });

        assertThat(wide()).containsExactly(2, 101, 5_002);
        add(SUBJECT + 2, FACT);
        assertThat(wide()).containsExactly(2, 101, 5_002);
    }

    private void add(int subject, int pack) {
        sums.add(CODE, subject, pack);
        sums.settle();
    }

    private int total() {
        return sums.totals()[0];
    }

    /** How many facts the first entry has, and their values and amounts. */
    private long[] wide() {
        assertThat(Total.isWide(total())).isTrue();
        WideEntries wide = sums.wide();
        return new long[] {wide.count(total()), wide.value(total()), wide.amount(total())};
    }
}
