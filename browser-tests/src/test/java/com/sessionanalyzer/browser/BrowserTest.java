package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.standalone.instance.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person with a browser; every test also fails on a script error or a violation of the content policy. */
@ExtendWith(BrowserExtension.class)
abstract class BrowserTest {

    private final BrowserExtension.Parts parts;
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    BrowserTest(BrowserExtension.Parts parts) {
        this.parts = parts;
    }

    /** A fresh browser profile with a page. */
    final Page open(NewContextOptions options) {
        BrowserContext context = requireNonNull(parts.chromium())
                .browser()
                .newContext(options.setBaseURL(requireNonNull(parts.product()).url()));
        contexts.add(context);
        Page page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** The instance that the pages are of. */
    final Instance instance() {
        return requireNonNull(parts.product()).instance();
    }

    final Page open(String path) {
        Page page = open(new NewContextOptions());
        page.navigate(path);
        return page;
    }

    final Page openWithoutScripts(String path) {
        Page page = open(new NewContextOptions().setJavaScriptEnabled(false));
        page.navigate(path);
        return page;
    }

    /** Posts a record as a program does, and answers its id when it is counted and in its table: not every page is live. */
    final String post(Page page, String text) {
        APIResponse answer =
                page.request().post("/api/upload", RequestOptions.create().setData(Map.of("session_data", text)));
        assertThat(answer).isOK();
        String id = requireNonNull(answer.headers().get("location")).replaceFirst(".*/", "");
        String position = requireNonNull(answer.headers().get(Position.HEADER.toLowerCase(Locale.ROOT)));
        page.waitForCondition(() -> page.request()
                .get("/api/insights?limit=1", RequestOptions.create().setHeader(Position.HEADER, position))
                .ok());
        page.waitForCondition(() -> page.request().get("/api/sessions/" + id).ok());
        return id;
    }

    static String session(String customer) {
        return "Customer: " + customer + " [25 mins]\nRegion: EU\nSessions: 12\nSource: FB Pages\nDestination: BQ\n"
                + "Observation: - first\n- second";
    }

    static Locator value(Page page, String name) {
        return page.locator("[data-value=" + name + "]");
    }

    static long number(Page page, String name) {
        return Long.parseLong(value(page, name).innerText().replace(",", ""));
    }

    @AfterEach
    void leavesTheConsoleClean() {
        contexts.forEach(BrowserContext::close);

        assertThat(complaints).isEmpty();
    }
}
