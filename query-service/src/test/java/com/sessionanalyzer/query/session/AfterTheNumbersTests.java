package com.sessionanalyzer.query.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;

class AfterTheNumbersTests {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final CountDownLatch loaded = new CountDownLatch(1);
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final AtomicBoolean reading = new AtomicBoolean();

    @Test
    void beginsWhenTheNumbersAreLoaded() {
        CompletableFuture<Void> run = start(LONG);
        await().during(Duration.ofMillis(300)).until(() -> !reading.get());

        loaded.countDown();

        assertThat(run).succeedsWithin(Duration.ofSeconds(5));
        assertThat(reading).isTrue();
    }

    @Test
    void doesNotWaitForNumbersThatAreThere() {
        loaded.countDown();

        assertThat(start(LONG)).succeedsWithin(Duration.ofSeconds(5));
        assertThat(reading).isTrue();
    }

    @Test
    void beginsWithoutNumbersThatCannotBeLoaded() {
        assertThat(start(Duration.ofMillis(250))).succeedsWithin(Duration.ofSeconds(5));
        assertThat(reading).isTrue();
    }

    @Test
    void endsWhenNobodyWantsItAnyMore() {
        CompletableFuture<Void> run = start(LONG);

        wanted.set(false);

        assertThat(run).succeedsWithin(Duration.ofSeconds(5));
    }

    private CompletableFuture<Void> start(Duration longest) {
        AfterTheNumbers.Numbers numbers = patience -> loaded.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        ConsumerLoop.Reading rows = (consumer, still) -> reading.set(still.getAsBoolean());
        return CompletableFuture.runAsync(
                () -> new AfterTheNumbers(numbers, longest, rows).read(new MockConsumer<>("earliest"), wanted::get));
    }
}
