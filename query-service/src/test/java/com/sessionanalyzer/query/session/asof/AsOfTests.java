package com.sessionanalyzer.query.session.asof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.request.Fault;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsOfTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final Faults faults = new Faults();

    @Test
    void takesADateForItsEndInTheZone() {
        AsOf asOf = requireNonNull(read("2026-10-25"));

        assertThat(asOf.at()).isEqualTo(Instant.parse("2026-10-25T22:59:59.999Z"));
        assertThat(asOf.day()).isEqualTo(LocalDate.of(2026, 10, 25));
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void takesATimeAsItIsWithItsDayInTheZone() {
        AsOf asOf = requireNonNull(read("2026-11-01T23:30:00Z"));

        assertThat(asOf.at()).isEqualTo(Instant.parse("2026-11-01T23:30:00Z"));
        assertThat(asOf.day()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(requireNonNull(read("2026-11-01T23:30:00+02:00")).at())
                .isEqualTo(Instant.parse("2026-11-01T21:30:00Z"));
    }

    @Test
    void isNothingWhenNothingIsSaid() {
        assertThat(AsOf.read(new Parameters(Map.of()), faults, BERLIN, NOW)).isNull();
        assertThat(faults.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-11-01T09:30", "1", "+999999999-01-01"})
    void refusesWhatIsNoMoment(String text) {
        assertThat(read(text)).isNull();
        assertThat(faults.all())
                .singleElement()
                .satisfies(fault -> assertThat(fault.sentence()).startsWith("as_of must be a date such as 2026-01-31"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-29", "2026-11-29T12:00:01Z", "9999-12-31"})
    void refusesTheFuture(String text) {
        assertThat(read(text)).isNull();
        assertThat(faults.all())
                .singleElement()
                .extracting(Fault::rule)
                .asString()
                .startsWith("must not be in the future");
    }

    private @Nullable AsOf read(String text) {
        return AsOf.read(new Parameters(Map.of(AsOf.PARAMETER, List.of(text))), faults, BERLIN, NOW);
    }
}
