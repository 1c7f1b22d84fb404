package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.session.OpenRejections;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in time or says what it knew last: a page that only mentions the number does not wait for a database that is away.
 * While one question is late, others do not wait at all.
 */
final class TimelyOpenRejections implements OpenRejections {

    private static final Logger log = LoggerFactory.getLogger(TimelyOpenRejections.class);

    private final OpenRejections counted;
    private final Executor threads;
    private final Duration patience;
    private final Map<OrganizationId, Question> questions = new ConcurrentHashMap<>();

    TimelyOpenRejections(OpenRejections counted, Executor threads, Duration patience) {
        this.counted = counted;
        this.threads = threads;
        this.patience = patience;
    }

    @Override
    public int count(OrganizationId organization) {
        return questions.compute(organization, this::asked).answer(patience);
    }

    private Question asked(OrganizationId organization, @Nullable Question before) {
        if (before != null && !before.running.isDone()) {
            return before;
        }
        int known = before == null ? 0 : before.answer(Duration.ZERO);
        return new Question(
                CompletableFuture.supplyAsync(() -> counted.count(organization), threads)
                        .whenComplete((count, away) -> say(away)),
                known);
    }

    private static void say(@Nullable Throwable away) {
        if (away != null) {
            log.atWarn().addKeyValue("cause", away.toString()).log("open rejections cannot be counted");
        }
    }

    /** A question that runs, and the answer to the one before. */
    private static final class Question {

        private final CompletableFuture<Integer> running;
        private final int known;
        private volatile boolean late;

        private Question(CompletableFuture<Integer> running, int known) {
            this.running = running;
            this.known = known;
        }

        private int answer(Duration patience) {
            try {
                return running.get(late ? 0 : patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException waitedEnough) {
                late = true;
                return known;
            } catch (ExecutionException failed) {
                return known;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return known;
            }
        }
    }
}
