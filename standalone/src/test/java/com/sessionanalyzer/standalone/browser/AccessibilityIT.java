package com.sessionanalyzer.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessibilityIT extends BrowserTest {

    private static final List<String> SERIOUS = List.of("serious", "critical");

    AccessibilityIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void hasNothingSeriousOnAnyPage(ColorScheme scheme) {
        Page page = open(new NewContextOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        String id = post(page, session("accessible.com"));

        for (String path : paths(id)) {
            page.navigate(path);
            assertThat(serious(page)).as(path).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1280, 2560})
    void fitsEveryWidth(int width) {
        Page page = open(new NewContextOptions().setViewportSize(width, 800));
        String id = post(page, session("a-long-subdomain-of-a-long-name.customer-success." + width + ".example.co.uk"));

        for (String path : paths(id)) {
            page.navigate(path);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(path)
                    .isEqualTo(0);
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

    private static List<String> serious(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(AccessibilityIT::description)
                        .toList();
    }

    private static String description(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }
}
