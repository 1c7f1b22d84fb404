package com.sessionanalyzer.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CopyTextTests {

    private final CopyText text = new CopyText();

    @Test
    void escapesWhatHasAMeaningInTheFormat() {
        text.line(Arrays.asList("a\tb", "c\nd\re", "\\N", null, ""));

        assertThat(text.text()).isEqualTo("a\\tb\tc\\nd\\re\t\\\\N\t\\N\t\n");
    }

    @Test
    void showsNulByItsSymbol() {
        text.line(Arrays.asList("a\0b"));

        assertThat(text.text()).isEqualTo("a\u2400b\n");
    }
}
