package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class FilterPagesIT extends BrowserTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private static final String COUNTS_NEWS = """
            () => {
                window.news = 0;
                new EventSource('/api/insights/stream').addEventListener('insights', () => window.news++);
            }""";

    FilterPagesIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void filtersEverythingByAClickOnAName() {
        String region = "Mu-" + System.nanoTime();
        Page page = open("/insights");
        post(page, session("filtered.com").replace("EU", region));
        assertThat(page.locator("[data-table=region_distribution]")).containsText(region);

        page.getByText("Regions as a table").click();
        link(page, region).click();

        assertThat(page).hasURL(Pattern.compile("/insights\\?region=" + region + "$"));
        assertThat(value(page, "total_records")).hasText("1");
        assertThat(page.locator("[data-table=source_distribution] tr")).hasCount(1);
        assertThat(page.locator(".chip").first()).containsText(region);

        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/insights$"));
        assertThat(page.locator(".chip")).hasCount(0);

        page.goForward();
        assertThat(value(page, "total_records")).hasText("1");

        page.locator(".chip").first().click();
        assertThat(page).hasURL(Pattern.compile("/insights$"));
        assertThat(page.locator(".chip")).hasCount(0);
    }

    @Test
    void filtersByTheKeyboardOnAChart() {
        Page page = open("/insights");
        post(page, session("keyboard.com"));
        Locator chart = page.locator("[data-chart=regions]");
        assertThat(chart.locator("canvas").first()).isVisible();

        chart.focus();
        page.keyboard().press("End");
        assertThat(page.locator("section:has([data-chart=regions]) [data-said]"))
                .containsText(Pattern.compile("record"));
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("region="));
        assertThat(page.locator("[data-table=region_distribution] [aria-current=true]"))
                .hasCount(1);
    }

    @Test
    void showsAllBarsOfTheClickedChartAndNarrowsTheOthers() {
        String region = "Thule-" + System.nanoTime();
        String source = "Runes-" + System.nanoTime();
        Page page = open("/insights");
        post(page, session("faceted.com").replace("EU", region).replace("FB Pages", source));
        post(page, session("faceted.com"));
        page.navigate("/insights");
        page.getByText("Regions as a table").click();

        link(page, region).click();

        Locator regions = page.locator("[data-table=region_distribution]");
        assertThat(regions).containsText("EU");
        assertThat(regions.locator("[aria-current=true]")).hasText(region);
        assertThat(page.locator("section:has([data-chart=regions])")).containsText("the chosen marked");
        assertThat(page.locator("[data-table=source_distribution] tr")).hasCount(1);
        assertThat(value(page, "regions_covered")).hasText("1");

        link(page, region).click();
        assertThat(page.locator(".chip")).hasCount(0);
    }

    @Test
    void staysLiveUnderAFilter() {
        String region = "Lyonesse-" + System.nanoTime();
        Page page = open("/insights?region=" + region);
        assertThat(page.getByText("No record has all of that")).isVisible();

        post(page, session("live-filtered.com").replace("EU", region));

        assertThat(value(page, "total_records")).hasText("1");
        assertThat(page.locator("[data-table=region_distribution]")).containsText(region);
    }

    @Test
    void answersEachChoiceOfTheBarAtOnce() {
        Page page = open("/insights");
        post(page, session("chosen.com"));

        page.getByLabel("Period").selectOption("30d");
        assertThat(page).hasURL(Pattern.compile("period=30d"));
        page.getByLabel("Compare with").selectOption("previous");

        assertThat(page).hasURL(Pattern.compile("compare=previous"));
        assertThat(page.locator(".tiles-lead .change").first()).containsText("from");
        assertThat(page.locator("[data-table=uploads] tr")).hasCount(30);
        assertThat(page.locator("[data-table=uploads][data-compared]")).hasCount(1);
    }

    /** News that arrive while another page is on its way ask for the old page again. */
    @Test
    void showsTheLastChoiceAlsoWhenNewsComeMeanwhile() {
        Page page = open("/insights?period=30d");
        assertThat(page.locator("[data-live]")).hasAttribute("data-state", "live");
        List<Route> held = new ArrayList<>();
        page.route("**/insights?*compare=previous*", held::add);

        page.getByLabel("Compare with").selectOption("previous");
        page.waitForCondition(() -> !held.isEmpty());
        page.evaluate(COUNTS_NEWS);
        awaitNews(page, 1); // the first event of a stream is what is known already
        post(page, session("news-" + System.nanoTime() + ".com"));
        awaitNews(page, 2);
        held.get(0).resume();

        assertThat(page).hasURL(Pattern.compile("compare=previous"));
        assertThat(page.locator(".tiles-lead .change").first()).containsText("from");
    }

    @Test
    void filtersWithoutScripts() {
        Page page = openWithoutScripts("/insights");
        page.getByLabel("Period").selectOption("7d");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply"))
                .click();

        assertThat(page).hasURL(Pattern.compile("period=7d"));
        assertThat(page.locator("[data-table=uploads] tr")).hasCount(7);
        assertThat(page.locator(".chip").first()).containsText("Last 7 days");
    }

    @Test
    void showsEverythingAboutACustomer() {
        String customer = "known-" + System.nanoTime() + ".com";
        Page page = open("/customers");
        post(page, session(customer));
        post(page, session(customer).replace("Sessions: 12", "Sessions: 3"));

        page.navigate("/customers?q=" + customer);
        link(page, customer).click();

        assertThat(value(page, "records")).hasText("2");
        assertThat(value(page, "sessions")).hasText("15");
        assertThat(page.locator(".timeline li")).hasCount(2);
        page.locator("[data-value=records]").click();
        assertThat(page).hasURL(Pattern.compile("/reports\\?customer=" + customer));
    }

    @Test
    void saysWhenTheServerIsAwayAndGoesOn() {
        Page page = open("/");
        page.route("**/*", Route::abort);
        page.evaluate("window.dispatchEvent(new Event('offline'))");
        assertThat(page.locator("[data-away]")).containsText("The server does not answer");

        page.unroute("**/*");
        // as an event, for the page may have tried by itself and hidden it
        page.locator("[data-try]").dispatchEvent("click");

        assertThat(page.locator("[data-away]")).isHidden();
        assertThat(page.locator("[data-live]")).hasAttribute("data-state", "live");
    }

    @Test
    void savesAChartAsAPictureThatSaysWhatItShows() throws Exception {
        Page page = open("/insights");
        post(page, session("picture.com").replace("EU", "<Mu & Co>"));
        page.navigate("/insights?period=30d");
        assertThat(page.locator("[data-table=region_distribution]")).containsText("<Mu & Co>");
        assertThat(page.locator("[data-chart=regions]")).hasAttribute("data-drawn", "");

        Download svg = page.waitForDownload(() -> button(page, "Save Regions as SVG"));
        Download png = page.waitForDownload(() -> button(page, "Save Regions as PNG"));

        String drawn = Files.readString(svg.path());
        assertThat(drawn)
                .startsWith("<svg")
                .contains("Regions, records per region", "Last 30 days", "As of 2", "&#60;Mu &#38; Co&#62;");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(svg.path().toFile())
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(svg.suggestedFilename()).endsWith(".svg");
        assertThat(Files.readAllBytes(png.path())).startsWith(PNG).hasSizeGreaterThan(5_000);
    }

    @Test
    void writesNumbersAsTheBrowsersLanguageDoes() {
        Page german = open(new NewContextOptions().setLocale("de-DE"));
        german.navigate("/insights?period=7d");

        assertThat(german.locator("html")).hasAttribute("data-grouping", ".");
        assertThat(german.locator("[data-table=uploads] th").first())
                .hasText(Pattern.compile("\\d\\d\\.\\d\\d\\.20\\d\\d"));
    }

    private static void awaitNews(Page page, int events) {
        page.waitForCondition(() -> page.evaluate("window.news") instanceof Integer news && news >= events);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
