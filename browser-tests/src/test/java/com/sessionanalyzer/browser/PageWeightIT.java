package com.sessionanalyzer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageWeightIT extends BrowserTest {

    private static final int MOST_BYTES = 400_000;

    /** Bytes on the wire, of the page and all that it loads. */
    private static final String TRANSFERRED = """
            () => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
                .filter(entry => entry.initiatorType !== 'fetch' && !entry.name.endsWith('/stream'))
                .reduce((sum, entry) => sum + entry.transferSize, 0)""";

    PageWeightIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/insights",
                "/reports",
                "/customers",
                "/input",
                "/import",
                "/rejects",
                "/pipeline",
                "/audit"
            })
    void isLight(String path) {
        Page page = open(path);

        Number bytes = (Number) page.evaluate(TRANSFERRED);

        assertThat(bytes.intValue()).as(path).isBetween(5_000, MOST_BYTES);
    }
}
