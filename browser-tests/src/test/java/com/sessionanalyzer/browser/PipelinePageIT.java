package com.sessionanalyzer.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sessionanalyzer.standalone.instance.Instance;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PipelinePageIT extends BrowserTest {

    private static final Pattern OFF = Pattern.compile("is-off");

    PipelinePageIT(BrowserExtension.Parts parts) {
        super(parts);
    }

    @Test
    void countsAPostWithoutReload() {
        Page page = open("/pipeline");
        post(page, session("pipeline-first.com"));
        assertThat(cell(page, "api", "Recorded")).isVisible();
        String before = cell(page, "api", "Recorded").innerText();
        page.evaluate("window.sameDocument = true");

        post(page, session("pipeline-second.com"));

        assertThat(cell(page, "api", "Recorded")).not().hasText(before);
        org.assertj.core.api.Assertions.assertThat(page.evaluate("window.sameDocument"))
                .isEqualTo(true);
    }

    @Test
    void showsTheSameWithoutScripts() {
        Page page = open("/");
        post(page, session("pipeline-plain.com"));

        Page plain = openWithoutScripts("/pipeline");

        assertThat(plain.locator("#state-title")).isVisible();
        assertThat(cell(plain, "api", "Recorded")).isVisible();
    }

    @Test
    void turnsRedWhenARowIsGoneBehindItsBack() throws SQLException {
        Page page = open("/pipeline");
        String id = post(page, session("pipeline-gone.com"));
        Locator rows = cell(page, "api", "PostgreSQL").locator(".compared");
        assertThat(rows).not().hasClass(OFF);
        Locator state = page.locator("#state-title");

        execute("create table kept as select * from session_record where id = '" + id + "'");
        execute("delete from session_record where id = '" + id + "'");
        try {
            assertThat(rows).hasClass(OFF);
            assertThat(rows.locator(".books-difference")).hasText("−1");
            assertThat(state).hasText("The books do not balance");
            assertThat(page.locator(".books-wrong")).containsText("rows in PostgreSQL. Expected");
        } finally {
            execute("insert into session_record select * from kept");
            execute("drop table kept");
        }

        assertThat(rows).not().hasClass(OFF);
    }

    @Test
    void leadsFromARecordToItsReceipt() {
        Page page = open("/reports");
        String id = post(page, session("receipt-of.com"));
        page.navigate("/reports/" + id);

        page.getByText("Where this record is").click();

        assertThat(page.locator(".timeline")).containsText("session-records-");
        assertThat(page.locator(".timeline")).containsText("Stored in PostgreSQL");
        page.getByLabel("Id of a record").fill("nothing");
        page.getByText("Show its way").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("this is none");
    }

    private static Locator cell(Page page, String channel, String label) {
        return page.locator("#channel-" + channel + " [data-label=\"" + label + "\"]");
    }

    private void execute(String sql) throws SQLException {
        Instance instance = instance();
        try (Connection connection =
                        DriverManager.getConnection(instance.jdbcUrl(), instance.jdbcUser(), instance.jdbcPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
