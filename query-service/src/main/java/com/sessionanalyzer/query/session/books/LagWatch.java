package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds how far readers are behind, for those who watch from outside; what it saw long ago is not said any more. */
final class LagWatch implements ConsumerLoop.Reading, MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(LagWatch.class);
    private static final Duration STEP = Duration.ofMillis(250);

    private final Function<Consumer<byte[], byte[]>, Look> looks;
    private final Duration interval;
    private final Duration useful;
    private volatile @Nullable Seen seen;

    /**
     * @param looks    makes what looks, with a consumer that may be put anywhere
     * @param interval between two looks
     * @param useful   how long what was seen is still an answer
     */
    LagWatch(Function<Consumer<byte[], byte[]>, Look> looks, Duration interval, Duration useful) {
        this.looks = looks;
        this.interval = interval;
        this.useful = useful;
    }

    /** Looks, and holds clients open. */
    interface Look extends AutoCloseable {

        Found now();

        @Override
        void close();
    }

    /**
     * What a look finds.
     *
     * @param deadLetters records that could not be read
     */
    record Found(List<ConsumerLag> lags, long deadLetters) {}

    /** What was found, and when. */
    private record Seen(Found found, long nanos) {}

    @Override
    public void read(Consumer<byte[], byte[]> consumer, BooleanSupplier wanted) {
        try (Look look = looks.apply(consumer)) {
            while (wanted.getAsBoolean()) {
                look(look);
                rest(wanted);
            }
        }
    }

    private void look(Look look) {
        try {
            Found found = look.now();
            seen = new Seen(found, System.nanoTime());
        } catch (WakeupException stopping) {
            throw stopping;
        } catch (KafkaException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("how far readers are behind is not known");
        }
    }

    private void rest(BooleanSupplier wanted) {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + interval.toNanos();
        try {
            boolean isOver = false;
            while (!isOver && wanted.getAsBoolean() && System.nanoTime() < end) {
                isOver = never.await(STEP.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (LogReader reader : LogReader.values()) {
            gauge("csa.consumer.lag.records", reader, lag -> number(lag.records()))
                    .description("Offsets between a reader and the end of what it reads")
                    .register(registry);
            gauge("csa.consumer.lag.seconds", reader, lag -> number(lag.seconds()))
                    .description("Age of the oldest record that a reader has not read")
                    .register(registry);
        }
        Gauge.builder("csa.dead.letters", this, LagWatch::deadLetters)
                .description("Records set aside because they cannot be read")
                .register(registry);
    }

    private Gauge.Builder<LagWatch> gauge(String name, LogReader reader, ToDoubleFunction<ConsumerLag> value) {
        return Gauge.builder(name, this, watch -> watch.lag(reader, value)).tag("consumer", reader.code());
    }

    private double lag(LogReader reader, ToDoubleFunction<ConsumerLag> value) {
        Seen last = useful();
        return last == null
                ? Double.NaN
                : last.found.lags().stream()
                        .filter(lag -> lag.reader() == reader)
                        .mapToDouble(value)
                        .findFirst()
                        .orElse(Double.NaN);
    }

    private double deadLetters() {
        Seen last = useful();
        return last == null ? Double.NaN : last.found.deadLetters();
    }

    private @Nullable Seen useful() {
        Seen last = seen;
        return last == null || System.nanoTime() - last.nanos > useful.toNanos() ? null : last;
    }

    private static double number(@Nullable Long value) {
        return value == null ? Double.NaN : value;
    }
}
