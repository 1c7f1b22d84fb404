package com.sessionanalyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CompanyTests {

    private static final long BEGUN = Long.MAX_VALUE - millis(5); // clocks of nanoseconds may run over

    @Test
    void letsNobodyWaitWhoComesAlone() {
        assertThat(new Company(BEGUN, 1).patience(1, BEGUN)).isZero();
        assertThat(new Company(BEGUN, 0).patience(1, BEGUN)).isZero();
    }

    @Test
    void waitsForTheNextWhereSeveralCameTogether() {
        assertThat(new Company(BEGUN, 2).patience(1, BEGUN)).isEqualTo(millis(2));
        assertThat(new Company(BEGUN, 1).patience(2, BEGUN)).isEqualTo(millis(2));
    }

    @Test
    void waitsNoLongerThanTenMillisecondsFromTheLastBegin() {
        Company company = new Company(BEGUN, 5);

        assertThat(company.patience(5, BEGUN + millis(9))).isEqualTo(millis(1));
        assertThat(company.patience(5, BEGUN + millis(10))).isZero();
        assertThat(company.patience(5, BEGUN + millis(60_000))).isZero();
    }

    @Test
    void waitsNoLongerWhenThereAreMany() {
        assertThat(new Company(BEGUN, 64).patience(15, BEGUN)).isPositive();
        assertThat(new Company(BEGUN, 64).patience(16, BEGUN)).isZero();
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
