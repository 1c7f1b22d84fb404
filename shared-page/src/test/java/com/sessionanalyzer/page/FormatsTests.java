package com.sessionanalyzer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTests {

    private final Formats formats = new Formats(ZoneId.of("Europe/Prague"));

    @Test
    void writesTimesInTheOrganizationsZone() {
        assertThat(formats.time(Instant.parse("2026-11-20T23:30:01.999Z"))).isEqualTo("2026-11-21 00:30:01");
        assertThat(formats.day(LocalDate.of(2026, 11, 20))).isEqualTo("Fri 20 Nov 2026");
    }

    @Test
    void saysWhenThereWasNoRecordYet() {
        assertThat(formats.asOf(Instant.EPOCH)).isEqualTo("no record yet");
        assertThat(formats.asOf(Instant.parse("2026-11-20T23:30:01.999Z"))).isEqualTo("2026-11-21 00:30:01");
    }

    @Test
    void writesNumbersTheSameWayOnEveryMachine() {
        assertThat(formats.number(1234567)).isEqualTo("1,234,567");
        assertThat(formats.counted(1, "record")).isEqualTo("1 record");
        assertThat(formats.counted(1200, "record")).isEqualTo("1,200 records");
        assertThat(formats.share(1, 8)).isEqualTo("12.5%");
        assertThat(formats.share(0, 0)).isEqualTo("–");
    }

    @Test
    void writesHoursWithTwoDecimals() {
        assertThat(formats.hours(new BigDecimal("1256.3"))).isEqualTo("1,256.30");
        assertThat(formats.countedHours(new BigDecimal("1.00"))).isEqualTo("1.00 hr");
        assertThat(formats.countedHours(BigDecimal.ZERO)).isEqualTo("0.00 hrs");
    }

    @Test
    void writesNumbersAndDaysAsTheReaderDoes() {
        Formats german = new Formats(ZoneId.of("Europe/Prague"), Locale.GERMANY);

        assertThat(german.number(1234567)).isEqualTo("1.234.567");
        assertThat(german.hours(new BigDecimal("1256.3"))).isEqualTo("1.256,30");
        assertThat(german.share(1, 8)).isEqualTo("12,5%");
        assertThat(german.day(LocalDate.of(2026, 11, 20))).isEqualTo("Fr. 20.11.2026");
        assertThat(german.time(Instant.parse("2026-11-20T23:30:01Z"))).isEqualTo("2026-11-21 00:30:01");
    }

    @Test
    void keepsTheSameDigitsInEveryLocale() {
        Formats egyptian = new Formats(ZoneId.of("UTC"), Locale.forLanguageTag("ar-EG-u-nu-arab"));

        assertThat(egyptian.number(12)).isEqualTo("12");
    }

    @Test
    void signsChanges() {
        assertThat(formats.change(new BigDecimal("12.5"))).isEqualTo("+12.5%");
        assertThat(formats.change(new BigDecimal("-3"))).isEqualTo("−3.0%");
        assertThat(formats.change(new BigDecimal("0.0"))).isEqualTo("±0.0%");
    }
}
