package com.sessionanalyzer.query.session.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.intake.IntakeGauge;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.session.books.LiveBooks.SamplerSession;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveBooksTests {

    private static final OrganizationId OURS = new OrganizationId("ours");
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AtomicBoolean isAway = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean(true);

    @AfterEach
    void stop() {
        wanted.set(false);
    }

    @Test
    void showsTheNewestSampleForAWhileWhenNoNewOneComes() {
        LiveBooks books = reading(Duration.ofHours(1));
        await().until(() -> isOpen(books));

        isAway.set(true);

        assertThat(books.read(OURS).balance()).isEqualTo(Balance.BALANCED);
    }

    @Test
    void showsNoSampleThatIsTooOldToBeTrue() {
        LiveBooks books = reading(SHORT);
        await().until(() -> isOpen(books));

        isAway.set(true);

        await().untilAsserted(() -> assertThatThrownBy(() -> books.read(OURS))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not open at the moment"));
    }

    @Test
    void waitsLongerForTheFirstSampleThanForAnyOther() {
        isAway.set(true);
        LiveBooks books = reading(PATIENCE, Duration.ofHours(1));
        CompletableFuture.delayedExecutor(PATIENCE.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> isAway.set(false));

        assertThat(books.read(OURS).balance()).isEqualTo(Balance.BALANCED);
    }

    private static boolean isOpen(LiveBooks books) {
        try {
            books.read(OURS);
            return true;
        } catch (ProblemException notYet) {
            return false;
        }
    }

    private LiveBooks reading(Duration useful) {
        return reading(SHORT, useful);
    }

    private LiveBooks reading(Duration patience, Duration useful) {
        LiveBooks books = new LiveBooks(consumer -> new Samples(), new IntakeGauge(), patience, useful);
        Thread reader = new Thread(() -> books.read(new MockConsumer<>("earliest"), wanted::get), "books");
        reader.setDaemon(true);
        reader.start();
        return books;
    }

    /** Samples of nothing at all, until Kafka is away. */
    private final class Samples implements SamplerSession {

        @Override
        public Sample sample() {
            await().forever().until(() -> !isAway.get() || !wanted.get());
            CountTotals nothing = new CountTotals(Map.of());
            return new Sample(
                    Instant.EPOCH,
                    nothing,
                    null,
                    Map.of(),
                    nothing,
                    new Sample.Reached(true, true, true),
                    List.of(),
                    0);
        }

        @Override
        public void close() {}
    }
}
