package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tries again while Kafka does not answer, for so long after the last record that came through. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Duration limit;
    private final Interruption interruption;
    private final Consumer<String> say;

    /**
     * @param say is told once that there is something to wait for
     */
    Patience(Duration limit, Interruption interruption, Consumer<String> say) {
        this.limit = limit;
        this.interruption = interruption;
        this.say = say;
    }

    /**
     * The result of the first attempt that comes to an end.
     *
     * @throws PlainFailure when Kafka did not answer for too long, or an interruption ended the waiting
     */
    <T> T await(Supplier<T> attempt) {
        long reached = -1;
        long deadline = 0;
        while (true) {
            try {
                return attempt.get();
            } catch (KafkaAwayException away) {
                if (away.reached() > reached) {
                    reached = away.reached();
                    deadline = System.nanoTime() + limit.toNanos();
                    say(away);
                }
                if (System.nanoTime() - deadline >= 0 || interruption.await(PAUSE)) {
                    throw new PlainFailure(
                            away.sentence() + " What was committed stays; run the same command again to go on.", away);
                }
            }
        }
    }

    private void say(KafkaAwayException away) {
        if (!limit.isZero()) {
            say.accept(away.sentence() + " Trying again for " + limit.toSeconds() + " s.");
        }
    }
}
