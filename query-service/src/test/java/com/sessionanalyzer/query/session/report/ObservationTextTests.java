package com.sessionanalyzer.query.session.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\r\n \t\r\n", "-\n*", "1.\n2)"})
    void isMissingWhenNothingIsSaid(String observation) {
        assertThat(ObservationText.of(observation).isMissing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"One thing", "\n  One thing \n\n", "One thing\r\n"})
    void isAParagraphWhenOneLineSaysSomething(String observation) {
        ObservationText text = ObservationText.of(observation);

        assertThat(text.isParagraph()).isTrue();
        assertThat(text.lines()).containsExactly("One thing");
    }

    @Test
    void keepsTheBulletOfASingleLine() {
        assertThat(ObservationText.of("- 1. only").lines()).containsExactly("- 1. only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- dash | dash",
                "* star | star",
                "• dot | dot",
                "-tight | tight",
                "1. one | one",
                "12) twelve | twelve",
                "- 3. both | both",
                "2)- mixed | - mixed",
                "-- twice | - twice",
                "1.5 hours lost | 1.5 hours lost",
                "plain - inside | plain - inside",
                "<b>bold</b> | <b>bold</b>"
            })
    void stripsOneBulletAndThenOneNumberFromEachOfSeveralLines(String line, String shown) {
        ObservationText text = ObservationText.of("first\n" + line);

        assertThat(text.isList()).isTrue();
        assertThat(text.lines()).containsExactly("first", shown);
    }

    @Test
    void dropsLinesThatBecomeEmptyAndStaysAList() {
        ObservationText text = ObservationText.of("- a\r\n-\r\n3.\r\n\r\n");

        assertThat(text.isList()).isTrue();
        assertThat(text.lines()).isEqualTo(List.of("a"));
    }
}
