package com.sessionanalyzer.query.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLikenessTests {

    @ParameterizedTest
    @CsvSource({
        "acme.com, ACME Inc, same_name",
        "acme.com, Acmé, same_name",
        "acme.co.uk, 'Acme, Ltd.', same_name",
        "www2.acme.com, acme.com, same_name",
        "blue-wind.com, Blue Wind GmbH, same_name",
        "acme widgets, widgets acme llc, same_name",
        "acme.com, amce.com, slip_swapped",
        "google.com, gooogle.com, slip_doubled",
        "northwind.com, nortwind.com, slip_missed",
        "northwind.com, nprthwind.com, slip_neighbour",
    })
    void findsTheSameNameAndSlips(String one, String other, String feature) {
        Likeness likeness = likeness(one, other);

        assertThat(likeness.score()).isGreaterThanOrEqualTo(0.82);
        assertThat(likeness.evidence().get(0).feature()).isEqualTo(feature);
    }

    @ParameterizedTest
    @CsvSource({
        "acme.com, acne.com",
        "acme.com, acme.io",
        "acme-eu.com, acme-us.com",
        "acme.com, acme-eu.com",
        "acme 1, acme 2",
        "acme.com, globex.com",
        "softbank.com, softbark.com",
        "shop-a.example, shop-b.example",
        "bluesoft.com, bluework.com",
    })
    void tellsOthersApart(String one, String other) {
        assertThat(likeness(one, other).score()).isLessThan(0.82);
    }

    @ParameterizedTest
    @CsvSource({"acme.com, amce.com", "acme.com, ACME Inc", "north.wind.com, northwind.io"})
    void doesNotDependOnTheOrder(String one, String other) {
        assertThat(likeness(one, other).score()).isEqualTo(likeness(other, one).score());
    }

    private static Likeness likeness(String one, String other) {
        return NameLikeness.of(NameParts.of(one), NameParts.of(other));
    }
}
