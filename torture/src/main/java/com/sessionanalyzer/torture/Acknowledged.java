package com.sessionanalyzer.torture;

import com.sessionanalyzer.schema.Position;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Records that one client got an acknowledgement of, for others to change; whoever takes one has it alone. */
final class Acknowledged {

    private static final int KEPT = 500;

    private final ConcurrentLinkedDeque<Known> records = new ConcurrentLinkedDeque<>();

    /**
     * A record that is there.
     *
     * @param position a reader that has it sees the record as it is
     */
    record Known(String id, Review review, Position position) {}

    void add(Known record) {
        records.addLast(record);
        if (records.size() > KEPT) {
            records.pollFirst();
        }
    }

    /** The oldest or the newest. */
    Optional<Known> take(Random random) {
        return Optional.ofNullable(random.nextBoolean() ? records.pollFirst() : records.pollLast());
    }
}
