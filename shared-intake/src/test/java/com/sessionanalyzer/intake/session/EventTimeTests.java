package com.sessionanalyzer.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTests {

    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-31,                            2026-01-30T23:00:00Z",
        "2026-01-31T09:30,                      2026-01-31T08:30:00Z",
        "2026-01-31 09:30:15,                   2026-01-31T08:30:15Z",
        "2026-01-31T09:30:15.123456Z,           2026-01-31T09:30:15.123Z",
        "2026-01-31t09:30z,                     2026-01-31T09:30:00Z",
        "2026-01-31T09:30+05:30,                2026-01-31T04:00:00Z",
        "2026-01-31T09:30+0530,                 2026-01-31T04:00:00Z",
        "2026-01-31T09:30-05,                   2026-01-31T14:30:00Z",
        "2026-01-31 09:30 +02:00,               2026-01-31T07:30:00Z",
        "2026-01-31T09:30[Asia/Tokyo],          2026-01-31T00:30:00Z",
        "2026-01-31T09:30 Asia/Tokyo,           2026-01-31T00:30:00Z",
        "2026-01-31T09:30+09:00[Asia/Tokyo],    2026-01-31T00:30:00Z",
        "٢٠٢٦-٠١-٣١T٠٩:٣٠Z,                     2026-01-31T09:30:00Z",
    })
    void readsDatesAndTimes(String text, Instant time) {
        assertThat(EventTime.parse(text, PRAGUE)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T02:30, 2026-03-29T01:30:00Z",
        "2026-10-25T02:30, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30+01:00, 2026-10-25T01:30:00Z",
    })
    void resolvesTimesThatAChangeOfClocksSkipsOrDoubles(String text, Instant time) {
        assertThat(EventTime.parse(text, PRAGUE)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "31.1.2026",
                "2026-02-30",
                "2026-01-31T25:00",
                "2026-01-31T24:00",
                "2026-13-01",
                "12:00",
                "2026-01-31T",
                "2026-01-31T09:30+99:00",
                "2026-01-31T09:30[Nowhere/City]",
                "2026-01-31T09:30Zx",
                ""
            })
    void readsNothingElse(String text) {
        assertThat(EventTime.parse(text, PRAGUE)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-15T12:05:00Z,     true",
        "2026-06-15T12:05:00.001Z, false",
        "2016-06-15T12:00:00Z,     true",
        "2016-06-15T11:59:59Z,     false",
    })
    void believesFiveMinutesAheadAndTenYearsPast(Instant time, boolean credible) {
        assertThat(EventTime.isCredible(time, NOW)).isEqualTo(credible);
    }
}
