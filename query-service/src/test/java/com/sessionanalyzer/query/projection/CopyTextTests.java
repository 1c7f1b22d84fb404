package com.sessionanalyzer.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CopyTextTests {

    @Test
    void escapesWhatHasAMeaningInTheFormat() throws IOException {
        assertThat(written(Arrays.asList("a\tb", "c\nd\re", "\\N", null, "")))
                .isEqualTo("a\\tb\tc\\nd\\re\t\\\\N\t\\N\t\n");
    }

    @Test
    void showsNulByItsSymbol() throws IOException {
        assertThat(written(List.of("a\0b"))).isEqualTo("a\u2400b\n");
    }

    @Test
    void writesEveryScript() throws IOException {
        assertThat(written(List.of("a\u00e9\u20ac\ud83d\ude00z", "\u00df")))
                .isEqualTo("a\u00e9\u20ac\ud83d\ude00z\t\u00df\n");
    }

    @Property
    void writesOtherTextAsItIs(@ForAll String text) throws IOException {
        String plain = new String(text.getBytes(UTF_8), UTF_8).replaceAll("[\\\\\t\n\r\0]", "");

        assertThat(written(List.of(plain))).isEqualTo(plain + "\n");
    }

    private static String written(List<String> values) throws IOException {
        CopyText text = new CopyText(0);
        text.line(values);
        return new String(text.stream().readAllBytes(), UTF_8);
    }
}
