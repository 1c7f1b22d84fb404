package com.sessionanalyzer.standalone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the other tests of this package rely on. */
class ExpressionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(rate(csa_x[5m])|brackets do not match",
                "sum(rate(csa_x[5m)])|brackets do not match",
                "summe(csa_x)|no function summe",
                "sum by (color) (csa_x)|no label color",
                "csa_x{colour=\"red\"}|no label colour",
                "rate(csa_x[5 minutes])|no range 5 minutes"
            })
    void complainsOfWhatPrometheusWouldRefuse(String expression, String complaint) {
        assertThat(Expression.complaints(expression)).contains(complaint);
    }

    @Test
    void findsTheMetricsAndNothingElse() {
        String expression =
                "(count(csa_a{consumer=\"cube_b\"} >= 0) or vector(0)) / sum by (le, view) (rate(csa_c_bucket[5m])) >"
                        + " 2e9";

        assertThat(Expression.complaints(expression)).isEmpty();
        assertThat(Expression.metrics(expression)).containsExactly("csa_a", "csa_c");
    }
}
