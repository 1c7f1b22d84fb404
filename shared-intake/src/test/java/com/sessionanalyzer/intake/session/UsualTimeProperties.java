package com.sessionanalyzer.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** What is read at sight is what the formatter reads, and nothing else. */
class UsualTimeProperties {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    @Property
    void readsEveryTimeThatAnInstantWrites(
            @ForAll @IntRange(max = 9_999) int year, @ForAll long within, @ForAll boolean hasMillis) {
        long start = Instant.parse(String.format(Locale.ROOT, "%04d-01-01T00:00:00Z", year))
                .toEpochMilli();
        long millis = start + Math.floorMod(within, 365L * 86_400_000);
        Instant time = Instant.ofEpochMilli(hasMillis ? millis : Math.floorDiv(millis, 1_000) * 1_000);

        assertThat(UsualTime.parse(time.toString())).isEqualTo(time);
        assertThat(EventTime.parseAny(time.toString(), PRAGUE)).isEqualTo(time);
    }

    @Property(tries = 5_000)
    void agreesWithTheFormatterAboutNumbersThatMayBeNone(
            @ForAll @IntRange(max = 9_999) int year,
            @ForAll @IntRange(max = 13) int month,
            @ForAll @IntRange(max = 32) int day,
            @ForAll @IntRange(max = 25) int hour,
            @ForAll @IntRange(max = 61) int minute,
            @ForAll @IntRange(max = 61) int second) {
        String text =
                String.format(Locale.ROOT, "%04d-%02d-%02dT%02d:%02d:%02dZ", year, month, day, hour, minute, second);

        assertThat(UsualTime.parse(text)).isEqualTo(EventTime.parseAny(text, PRAGUE));
    }

    @Property(tries = 5_000)
    void leavesWhatIsWrittenInAnotherWayToTheFormatter(
            @ForAll @IntRange(max = 23) int at, @ForAll @CharRange(from = ' ', to = '~') char other) {
        StringBuilder text = new StringBuilder("2024-02-29T23:59:59.999Z");
        text.setCharAt(at, other);

        Instant usual = UsualTime.parse(text.toString());

        if (usual != null) {
            assertThat(usual).isEqualTo(EventTime.parseAny(text.toString(), PRAGUE));
        }
        assertThat(EventTime.parse(text.toString(), PRAGUE)).isEqualTo(EventTime.parseAny(text.toString(), PRAGUE));
    }

    @Example
    void knowsNoDigitsButAsciiOnes() {
        assertThat(UsualTime.parse("\u0662026-03-29T09:30:00Z")).isNull();
        assertThat(UsualTime.parse("2026-03-29T09:30:00.123")).isNull();
        assertThat(UsualTime.parse("")).isNull();
    }
}
