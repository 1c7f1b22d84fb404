package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.ingest.MemoryIngest;
import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.intake.session.SessionTextParser;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = MemoryIngest.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=ingest-service")
class SessionInputTests {

    private static final String GOOD = "Customer: Acme.com\nRegion: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";
    private static final String BAD = "Customer: b [VIP]\nRegion: EU\n";

    @Autowired
    private MemoryLog log;

    @LocalServerPort
    private int port;

    private HttpPosts posts;

    @BeforeEach
    void setUp() {
        posts = new HttpPosts(port);
        log.clear();
    }

    /** Other classes use the same log. */
    @AfterEach
    void openLog() {
        log.available(true);
    }

    @Test
    void showsAnEmptyPage() throws Exception {
        HttpResponse<String> page = posts.get("/input", "text/html");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo(InputPage.EMPTY.toString());
    }

    @ParameterizedTest
    @CsvSource({"/, /", "/input, /input", "'', /input", "https://evil.example, /input", "//evil.example, /input"})
    void redirectsAfterATextToThePageItCameFrom(String page, String location) throws Exception {
        HttpResponse<String> answer = posts.form("/upload", Map.of("session_data", GOOD, "page", page));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(location);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("csa-flash="))
                .anyMatch(cookie -> cookie.startsWith("csa-position="));
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(1);
    }

    @Test
    void keepsOnlyWhatWasRejectedInTheTextArea() throws Exception {
        HttpResponse<String> answer = posts.form("/upload", Map.of("session_data", GOOD + BAD + GOOD + "Customer:"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("mode=text", "text=" + BAD.strip() + "\n\nCustomer:, results")
                .contains("line=1, recorded=true, customer=Acme.com", "line=6, recorded=false, customer=b, id=null")
                .contains("messages=[Line 6: Sessions is required,")
                .contains("error=2 of 4 records could not be recorded and are below; the others are recorded.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"session_data=", "session_data=%0A+", "other=x", ""})
    void asksForText(String body) throws Exception {
        HttpResponse<String> answer = posts.form("/upload", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("error=Please provide session data");
    }

    @Test
    void refusesMoreRecordsThanAPostMayHoldAndKeepsTheText() throws Exception {
        HttpResponse<String> answer = posts.form("/upload", Map.of("session_data", "Customer:\n".repeat(1_001)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("at most 1000 records", "Customer:\nCustomer:");
        assertThat(log.messages(SessionTopics.REJECTIONS)).isEmpty();
    }

    @Test
    void givesBackAllOfARecordThatIsTooLong() throws Exception {
        String text = BAD + "x\n".repeat(60_000) + "the end";

        HttpResponse<String> answer = posts.form("/upload", Map.of("session_data", text));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("text=" + text + ", results");
        assertThat(SessionRejectionCodec.decode(
                                log.messages(SessionTopics.REJECTIONS).get(0).value())
                        .text())
                .isEqualTo(text.substring(0, SessionTextParser.MAX_RECORD_LENGTH));
    }

    @Test
    void recordsEveryRecordOfAPasteWithTheLineBreaksOfABrowser() throws Exception {
        String paste = (GOOD + "Observation: one\n- two\n\n").repeat(1_000).replace("\n", "\r\n");

        HttpResponse<String> answer = posts.form("/upload", Map.of("session_data", paste, "page", "/"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(flash(answer)).contains("Session data of 1000 records uploaded successfully!");
        assertThat(log.messages(SessionTopics.RECORDS))
                .hasSize(1_000)
                .extracting(
                        message -> SessionRecordCodec.decode(message.value()).observation())
                .containsOnly("one\n- two");
    }

    @Test
    void recordsAForm() throws Exception {
        HttpResponse<String> answer = posts.form(
                "/form-upload",
                form(Map.of(
                        "time_consumed", "15",
                        "observation", " one\r\ntwo ",
                        "has_highlight", "on",
                        "highlight_type", "other",
                        "highlight_url", "https://a.example/1",
                        "highlight_details", "x\r\ny")));

        SessionRecord session = SessionRecordCodec.decode(
                log.messages(SessionTopics.RECORDS).get(0).value());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(session.channel()).isEqualTo(Channel.FORM);
        assertThat(session.minutes()).isEqualTo(15);
        assertThat(session.observation()).isEqualTo("one\ntwo");
        assertThat(session.highlight()).extracting("details").isEqualTo("x y");
    }

    @Test
    void ignoresTheHighlightOfAFormWhoseSwitchIsOff() throws Exception {
        posts.form("/form-upload", form(Map.of("has_highlight", "true", "highlight_url", "javascript:x")));

        assertThat(SessionRecordCodec.decode(
                                log.messages(SessionTopics.RECORDS).get(0).value())
                        .highlight())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "region        |         | Please fill in all required fields              | Region is required",
                "sessions      | three   | Sessions must be a valid number                 | Sessions must be a valid number",
                "sessions      | 0       | Sessions must be between 1 and 100000           | Sessions must be between 1 and 100000",
                "time_consumed | 2 hours | Time consumed must be a valid number            | Time consumed must be a valid number",
                "time_consumed | 121     | Time consumed must be between 1 and 120 minutes | Time consumed must be between 1 and 120 minutes",
                "has_highlight | on      | Please select a highlight type                  | Please select a highlight type",
            })
    void givesTheFormBackWithAMessageBesideTheField(String field, String value, String summary, String message)
            throws Exception {
        HttpResponse<String> answer = posts.form("/form-upload", form(Map.of(field, value == null ? "" : value)));

        String wrong = field.equals("has_highlight") ? "highlight_type" : field;
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("mode=form", "customer=<b>a</b>", "source=s", wrong + "=" + message, "error=" + summary);
        assertThat(log.messages(SessionTopics.REJECTIONS)).hasSize(1);
    }

    @Test
    void publishesTheRejectedFormAsText() throws Exception {
        posts.form("/form-upload", form(Map.of("sessions", "three")));

        assertThat(SessionRejectionCodec.decode(
                                log.messages(SessionTopics.REJECTIONS).get(0).value())
                        .text())
                .isEqualTo("Customer: <b>a</b>\nRegion: EU\nSessions: three\nSource: s\nDestination: d\n");
    }

    @Test
    void keepsEverythingTypedWhenTheLogIsUnavailable() throws Exception {
        log.available(false);

        HttpResponse<String> text = posts.form("/upload", Map.of("session_data", GOOD));
        HttpResponse<String> form = posts.form("/form-upload", form(Map.of()));

        assertThat(List.of(text, form)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        });
        assertThat(text.body()).contains(GOOD);
        assertThat(form.body()).contains("customer=<b>a</b>");
    }

    @Test
    void refusesAFormWithoutToken() throws Exception {
        HttpResponse<String> answer = posts.post(
                "/upload", "application/x-www-form-urlencoded", BodyPublishers.ofString("session_data=" + GOOD));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(log.messages(SessionTopics.RECORDS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"session_data=%C3", "session_data=%", "session_data=%zz", "session_data=%4"})
    void refusesFormsThatAreNotUtf8(String body) throws Exception {
        assertThat(posts.form("/upload", body).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesFormsWithTooManyFields() throws Exception {
        assertThat(posts.form("/upload", "a&".repeat(101)).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesFormsThatAreTooLargeWhetherTheirLengthIsAnnouncedOrNot() throws Exception {
        String large = "session_data=" + "x".repeat(2 << 20);

        assertThat(posts.form("/upload", large).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = posts.chunked(
                "/form-upload", "application/x-www-form-urlencoded", large.getBytes(StandardCharsets.UTF_8));
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesOtherContentTypes() throws Exception {
        HttpResponse<String> answer = posts.withToken("/upload", "text/plain", "session_data=x");

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    private static String flash(HttpResponse<String> answer) {
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("csa-flash="))
                .findFirst()
                .orElseThrow();
        String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
    }

    private static Map<String, String> form(Map<String, String> changes) {
        Map<String, String> form = new HashMap<>(
                Map.of("customer", "<b>a</b>", "region", "EU", "sessions", "3", "source", "s", "destination", "d"));
        form.putAll(changes);
        return form;
    }
}
