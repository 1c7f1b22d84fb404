package com.sessionanalyzer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AccessibilityIT extends BrowserTest {

    private static final List<String> SERIOUS = List.of("serious", "critical");
    private static final List<Integer> WIDTHS = List.of(320, 768, 1280, 2560);

    AccessibilityIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void hasNothingSeriousOnAnyPage() {
        everyPage(ColorScheme.LIGHT, AccessibilityIT::axe);
    }

    /** Darkness changes colours alone. */
    @Test
    void canBeReadInTheDark() {
        everyPage(ColorScheme.DARK, page -> axe(page).withRules(List.of("color-contrast")));
    }

    private void everyPage(ColorScheme scheme, Function<Page, AxeBuilder> look) {
        Page page = open(new NewContextOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        String id = post(page, session("accessible.com"));

        for (String path : paths(id)) {
            page.navigate(path);
            assertThat(serious(look.apply(page))).as(path).isEmpty();
        }
    }

    @Test
    void fitsEveryWidth() {
        Page page = open(new NewContextOptions());
        String id = post(page, session("a-long-subdomain-of-a-long-name.customer-success.example.co.uk"));

        for (String path : paths(id)) {
            page.navigate(path);
            for (int width : WIDTHS) {
                page.setViewportSize(width, 800);
                assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("%s at %d", path, width)
                        .isEqualTo(0);
            }
        }
    }

    private static List<String> paths(String id) {
        return List.of(
                "/",
                "/input",
                "/import",
                "/insights",
                "/reports",
                "/customers",
                "/customer?name=accessible.com",
                "/insights?period=30d&compare=previous&region=EU",
                "/reports/" + id,
                "/reports/" + id + "/delete",
                "/reports/" + id + "/edit",
                "/reports/erase?customer=accessible.com",
                "/audit",
                "/duplicates",
                "/pipeline",
                "/receipts",
                "/receipts?id=" + id,
                "/rejects",
                "/rejects/fix",
                "/problems",
                "/nowhere");
    }

    /** Our pages have no frames, for which the mode that is not called legacy opens a page more. */
    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options);
    }

    private static List<String> serious(AxeBuilder look) {
        return look.analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(AccessibilityIT::description)
                .toList();
    }

    private static String description(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
