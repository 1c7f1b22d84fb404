package com.sessionanalyzer.schema.session;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acme.com|acme.com",
                "  ACME   Corp |acme corp",
                "https://www.Acme.com/|acme.com",
                "HTTP://ACME.COM...|acme.com",
                "www.acme.com/shop/|acme.com/shop",
                "acme.com. / .|acme.com",
                "xn--bcher-kva.example|bücher.example",
                "BÜCHER.example|bücher.example",
                "STRASSE|strasse",
                "Straße|strasse",
                "INDIGO|indigo",
                "www.www.acme.com|acme.com",
                "https://|''",
                "www.|''",
                "https://https://acme.com|acme.com",
                "日本株式会社|日本株式会社",
            })
    void identifiesTheCustomerBehindTheSpelling(String text, String key) {
        assertThat(CustomerName.of(text).key()).isEqualTo(key);
    }

    @Test
    void joinsComposedAndDecomposedLetters() {
        assertThat(CustomerName.of("Cafe\u0301").key())
                .isEqualTo(CustomerName.of("Caf\u00e9").key());
    }

    @Test
    void keepsTheSpellingButForItsWhiteSpace() {
        assertThat(CustomerName.of(" \tACME\u00a0 Corp\n").spelling()).isEqualTo("ACME Corp");
    }

    @Property
    void identifiesAKeyAsItself(@ForAll String text) {
        String key = CustomerName.of(text).key();

        assertThat(CustomerName.of(key).key()).isEqualTo(key);
        assertThat(key).doesNotContain("\t", "\n");
    }

    @Property(tries = 5_000)
    void identifiesPlainNamesAsWithSpaceAround(
            @ForAll @CharRange(from = ' ', to = '~') @Chars({'.', '-', ' ', 'w', 'W', '/'}) @StringLength(max = 9)
                    String text) {
        assertThat(CustomerName.of(text)).isEqualTo(CustomerName.of(" " + text));
    }
}
