package com.sessionanalyzer.standalone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the pages, in {@code target/screenshots}, for people to look at. */
class ScreenshotsIT extends BrowserTest {

    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final Map<String, String> PAGES = Map.of(
            "dashboard", "/",
            "insights", "/insights",
            "insights-compared", "/insights?period=30d&compare=previous",
            "reports", "/reports",
            "customers", "/customers",
            "customer", "/customer?name=pictured.com",
            "input", "/input",
            "nothing-found", "/insights?region=Nowhere",
            "not-there", "/nowhere");

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
        post(page, session("pictured.com"));

        PAGES.forEach((file, path) -> {
            page.navigate(path);
            for (var chart : page.locator("[data-chart]:visible").all()) {
                assertThat(chart).hasAttribute("data-drawn", "");
            }
            Path picture = FOLDER.resolve(name).resolve(file + ".png");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture));
            assertThat(picture).isNotEmptyFile();
        });
    }
}
