package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordIdsTests {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00.123Z");

    private final RecordIds ids =
            new RecordIds(Clock.fixed(NOW, ZoneOffset.UTC), RandomGenerator.of("L64X128MixRandom"));

    @Test
    void makesVersionSevenIdsOfTheTime() {
        UUID id = ids.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void sortsIdsInTheOrderTheyWereMadeWithinAMillisecond() {
        List<String> made =
                Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void sortsIdsInTheOrderTheyWereMadeWhateverTheClockDoes() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        RecordIds jumping = new RecordIds(
                ((InstantSource) now::get).withZone(ZoneOffset.UTC), RandomGenerator.of("L64X128MixRandom"));
        List<Duration> jumps = List.of(
                Duration.ZERO,
                Duration.ofDays(1),
                Duration.ofDays(-30),
                Duration.ofMillis(1),
                Duration.ofDays(400),
                Duration.ofSeconds(-1));

        List<String> made = jumps.stream()
                .peek(jump -> now.updateAndGet(time -> time.plus(jump)))
                .flatMap(jump -> Stream.generate(jumping::next).limit(5_000))
                .map(UUID::toString)
                .toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void goesOnWithTheTimeOnceTheClockIsAheadAgain() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        RecordIds jumping = new RecordIds(
                ((InstantSource) now::get).withZone(ZoneOffset.UTC), RandomGenerator.of("L64X128MixRandom"));
        jumping.next();
        now.set(NOW.minusSeconds(60));
        jumping.next();

        now.set(NOW.plusSeconds(1));

        assertThat(jumping.next().getMostSignificantBits() >>> 16)
                .isEqualTo(NOW.plusSeconds(1).toEpochMilli());
    }
}
