package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which of the attempts at a name is sent: the latest whose content begins like this one, or a new one; chosen once. */
final class Attempt {

    private static final int NONE = -1;

    private final boolean anew;
    private int chosen = NONE;

    /**
     * An attempt that is not chosen yet.
     *
     * @param anew whether it is new in any case
     */
    Attempt(boolean anew) {
        this.anew = anew;
    }

    /**
     * The number of the attempt, the same however often this is asked.
     *
     * @param attempts   of which Kafka knows how far they came
     * @param head       the first bytes of the content
     * @param isReceived whether anything of an attempt was received, however long ago
     * @throws PlainFailure when Kafka has forgotten what may be this content, so that it might be loaded twice
     */
    int among(SortedMap<Integer, Progress> attempts, byte[] head, IntPredicate isReceived) {
        if (chosen == NONE) {
            int like = anew ? NONE : latestLike(attempts, head);
            chosen = like == NONE ? next(attempts, isReceived) : like;
        }
        return chosen;
    }

    private static int latestLike(SortedMap<Integer, Progress> attempts, byte[] head) {
        return attempts.entrySet().stream()
                .filter(attempt -> attempt.getValue().beginsLike(head))
                .mapToInt(attempt -> attempt.getKey())
                .max()
                .orElse(NONE);
    }

    private int next(SortedMap<Integer, Progress> attempts, IntPredicate isReceived) {
        int next = attempts.isEmpty() ? 0 : attempts.lastKey() + 1;
        boolean isForgotten = IntStream.rangeClosed(0, next)
                .anyMatch(attempt -> !attempts.containsKey(attempt) && isReceived.test(attempt));
        if (isForgotten && !anew) {
            throw new PlainFailure("Something was loaded under this name before, and Kafka has forgotten what."
                    + " Nothing was sent; --restart loads all of it, as other records, and so does another --name.");
        }
        return IntStream.iterate(next, attempt -> attempt + 1)
                .filter(attempt -> !isReceived.test(attempt))
                .findFirst()
                .orElseThrow();
    }
}
