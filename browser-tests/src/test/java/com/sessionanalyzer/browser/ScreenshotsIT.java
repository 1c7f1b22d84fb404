package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the pages, in {@code target/screenshots}, for people to look at. */
class ScreenshotsIT extends BrowserTest {

    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("dashboard", "/"),
            Map.entry("insights", "/insights"),
            Map.entry("insights-compared", "/insights?period=30d&compare=previous&region=EU"),
            Map.entry("insights-then", "/insights?as_of="),
            Map.entry("difference", "/insights/difference?from_as_of="),
            Map.entry("reports", "/reports?region=EU"),
            Map.entry("highlights", "/highlights"),
            Map.entry("duplicates", "/duplicates"),
            Map.entry("customers", "/customers"),
            Map.entry("customer", "/customer?name=pictured.com"),
            Map.entry("input", "/input"),
            Map.entry("nothing-found", "/insights?region=Nowhere"),
            Map.entry("not-there", "/nowhere"));

    private static final List<String> SEEN = List.of(
            session("pictured.com"),
            session("pictured.com").replace("EU", "US").replace("BQ", "Snowflake"),
            session("Pictured Inc").replace("FB Pages", "A source with a name of many words"),
            session("pictured.com")
                    .replace(
                            "Observation:",
                            "Highlight: Error Message Gap\nHighlight URL: https://tickets.example.com/42\nObservation:"),
            session("a-very-long-subdomain-name-that-goes-on.customer-success.example.co.uk")
                    .replace("EU", "APAC"));

    ScreenshotsIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @ParameterizedTest
    @CsvSource({"light, LIGHT, 1280", "dark, DARK, 1280", "phone, LIGHT, 320"})
    void takesAPictureOfEachPage(String name, ColorScheme scheme, int width) {
        Page page = open(new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 900));
        SEEN.forEach(text -> post(page, text));
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();

        PAGES.forEach((file, path) -> {
            page.navigate(path.endsWith("as_of=") ? path + now : path);
            for (var chart : page.locator("[data-chart]:visible").all()) {
                assertThat(chart).hasAttribute("data-drawn", "");
            }
            Path picture = FOLDER.resolve(name).resolve(file + ".png");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
            assertThat(picture).isNotEmptyFile();
        });
    }
}
