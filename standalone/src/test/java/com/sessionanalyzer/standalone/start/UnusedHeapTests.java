package com.sessionanalyzer.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnusedHeapTests {

    private final Told heap = new Told();
    private final UnusedHeap unused = new UnusedHeap(heap, Duration.ofMinutes(1));

    @BeforeEach
    void takeItAsItIs() {
        unused.remember();
    }

    @Test
    void shrinksAHeapThatHasGrownOnceItIsQuiet() {
        heap.committed = 130;
        heap.collections = 5;
        unused.look();
        assertThat(heap.asked).as("while it is busy").isZero();

        unused.look();

        assertThat(heap.asked).isOne();
    }

    @Test
    void leavesAHeapThatIsAsLargeAsItWas() {
        heap.committed = 125;

        unused.look();
        unused.look();

        assertThat(heap.asked).isZero();
    }

    @Test
    void shrinksAgainOnlyWhenItHasGrownFromWhatWasKept() {
        heap.committed = 200;
        heap.leaves = 180;
        unused.look();
        assertThat(heap.asked).isOne();

        unused.look();
        heap.committed = 220;
        unused.look();
        assertThat(heap.asked).as("a tenth more").isOne();

        heap.committed = 230;
        unused.look();
        assertThat(heap.asked).as("more than a quarter").isEqualTo(2);
    }

    @Test
    void takesItsOwnCollectionForNoSignOfWork() {
        heap.committed = 200;
        heap.leaves = 100;
        unused.look();

        heap.committed = 200;
        unused.look();

        assertThat(heap.asked).isEqualTo(2);
    }

    @Test
    void asksAHeapThatCannotShrinkOnceOnly() {
        heap.committed = 200;
        heap.isStubborn = true;
        assertThatThrownBy(unused::look).isInstanceOf(UnsupportedOperationException.class);

        unused.look();

        assertThat(heap.asked).isOne();
    }

    /** A heap of 100 bytes at first. */
    private static final class Told implements Heap {

        private long committed = 100;
        private long collections;
        private long leaves = 100;
        private int asked;
        private boolean isStubborn;

        @Override
        public long committed() {
            return committed;
        }

        @Override
        public long collections() {
            return collections;
        }

        @Override
        public void shrink() {
            asked++;
            if (isStubborn) {
                throw new UnsupportedOperationException("another JVM");
            }
            collections++;
            committed = leaves;
        }
    }
}
