package com.sessionanalyzer.intake.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.Violation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTextParserTests {

    private static final Terms TERMS = new Terms(ZoneId.of("Europe/Prague"), Instant.parse("2026-06-15T12:00:00Z"));
    private static final String REST = "Region: EU\nSessions: 3\nSource: MySQL\nDestination: BQ\n";

    @Test
    void readsTheExampleOfTheSpecification() {
        SessionDraft draft = accepted("""
                        Customer: mediconas.cz [15 mins]
                        Region: EU
                        Sessions: 3
                        Source: FB Pages
                        Destination: BQ
                        Time Consumed: 15
                        Observation: Looked at the mapping.
                        - then gave up
                        """).draft();

        assertThat(draft)
                .isEqualTo(new SessionDraft(
                        "mediconas.cz",
                        "EU",
                        3,
                        "FB Pages",
                        "BQ",
                        15,
                        "Looked at the mapping.\n- then gave up",
                        null,
                        null));
    }

    @Test
    void readsLabelsInAnyOrderAndCase() {
        SessionDraft draft = accepted("dEsTiNaTiOn:BQ\n  source : s\n\tSESSIONS:\t7\nregion  :US\nCUSTOMER:a\n")
                .draft();

        assertThat(draft).isEqualTo(new SessionDraft("a", "US", 7, "s", "BQ", null, "", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Time Consumed", "time  consumed", "TIME\tCONSUMED", "TimeConsumed", " Time Consumed "})
    void readsTheWordsOfALabelWithAnySpaceBetween(String label) {
        assertThat(accepted("Customer: a\n" + REST + label + ": 9").draft().minutes())
                .isEqualTo(9);
    }

    @Test
    void neverTakesTheNextLineForABlankValue() {
        List<Violation> violations = rejected("Customer: a\nRegion:\nSessions: 5\nSource: s\nDestination: d")
                .violations();

        assertThat(violations).containsExactly(new Violation("region", 2, "", "required", "Region is required"));
    }

    @Test
    void namesEveryMissingFieldInTheFixedOrder() {
        assertThat(rejected("Customer: a\nRegion: EU\n").violations())
                .extracting(Violation::field, Violation::line, Violation::rule)
                .containsExactly(
                        tuple("sessions", 1, "required"),
                        tuple("source", 1, "required"),
                        tuple("destination", 1, "required"));
    }

    @Test
    void readsLabelsOnlyAtTheStartOfALine() {
        Parsed.Accepted record = accepted("Customer: a\n" + REST + "Data Source: q\n");

        assertThat(record.draft().source()).isEqualTo("MySQL");
        assertThat(record.warnings())
                .extracting(Violation::line, Violation::value, Violation::rule)
                .containsExactly(tuple(6, "Data Source: q", "unknown-line"));
    }

    @Test
    void readsNoLabelInsideTheObservation() {
        Parsed.Accepted record =
                accepted("Customer: a\n" + REST + "Observation: see\nRegion: US\nTime Consumed: 30\nObservation: x");

        assertThat(record.draft().observation()).isEqualTo("see\nRegion: US\nTime Consumed: 30\nObservation: x");
        assertThat(record.draft().minutes()).isNull();
    }

    @Test
    void keepsTheFirstOfARepeatedLabelAndWarns() {
        Parsed.Accepted record = accepted("Customer: a\n" + REST + "Region: US\n");

        assertThat(record.draft().region()).isEqualTo("EU");
        assertThat(record.warnings()).extracting(Violation::rule).containsExactly("repeated");
    }

    @Test
    void beginsAnotherRecordAtACustomerLine() {
        String text = "\nCustomer: a\n" + REST + "Observation: one\n\ncustomer : b\n" + REST + "Customer: c";

        List<Parsed> records = parse(text);

        assertThat(records).extracting(Parsed::line).containsExactly(2, 9, 14);
        assertThat(records.get(2)).isInstanceOf(Parsed.Rejected.class);
        assertThat(((Parsed.Accepted) records.get(0)).draft().observation()).isEqualTo("one");
    }

    @Test
    void keepsAnEscapedCustomerLineInTheObservation() {
        String text = "Customer: a\n" + REST + "Observation: x\n \\Customer: b\n\\\\Customer: c\n\\Region: d";

        assertThat(accepted(text).draft().observation()).isEqualTo("x\n Customer: b\n\\Customer: c\n\\Region: d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a.cz [15 mins]           | a.cz          | 15",
                "a.cz [VIP] [15 mins]     | a.cz          | 15",
                "a.cz [15 mins] [VIP]     | a.cz          | 15",
                "a.cz [2 hrs]             | a.cz          | -",
                "a.cz [1min]              | a.cz          | 1",
                "a.cz [ 7 MINUTES ]       | a.cz          | 7",
                "a.cz[20]                 | a.cz          | 20",
                "a [15 mins] corp         | a [15 mins] corp | 15",
                "a [VIP] corp             | a [VIP] corp  | -",
                "a [10] [20]              | a             | 10",
                "a [15                    | a [15         | -",
                "a \\[15 mins]            | a [15 mins]   | -",
                "a \\[VIP] [٣ mins]       | a [VIP]       | 3",
                "a []                     | a             | -",
            })
    void readsTheBracketsOfTheCustomerLine(String line, String name, @Nullable Integer minutes) {
        SessionDraft draft = accepted("Customer: " + line + "\n" + REST).draft();

        assertThat(draft.customer()).isEqualTo(name);
        assertThat(draft.minutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "15,       15, -",
                "120 mins, 120, -",
                "1 Minute, 1, -",
                "500 mins, -, out-of-range",
                "0,        -, out-of-range",
                "99999999999999999999, -, out-of-range",
                "2 hours,  33, not-a-number",
                "15.5,     33, not-a-number",
                "-3,       33, not-a-number",
                "'',       33, -",
            })
    void prefersANumericTimeLineToTheBracket(String line, @Nullable Integer minutes, @Nullable String warning) {
        Parsed.Accepted record = accepted("Customer: a [33 mins]\n" + REST + "Time Consumed: " + line);

        assertThat(record.draft().minutes()).isEqualTo(minutes);
        assertThat(record.warnings())
                .extracting(Violation::rule)
                .containsExactlyElementsOf(warning == null ? List.of() : List.of(warning));
    }

    @Test
    void recordsWithoutTimeWhenTheBracketIsOutOfRange() {
        Parsed.Accepted record = accepted("Customer: a [500 mins]\n" + REST);

        assertThat(record.draft().minutes()).isNull();
        assertThat(record.warnings())
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("customer", "out-of-range"));
    }

    @ParameterizedTest
    @CsvSource({
        "3 sessions, not-a-number",
        "3.0, not-a-number",
        "-3, not-a-number",
        "+3, not-a-number",
        "0, out-of-range",
        "100001, out-of-range",
        "99999999999999999999, out-of-range"
    })
    void rejectsSessionsThatAreNoNumberInRange(String sessions, String rule) {
        String text = "Customer: a\nRegion: EU\nSessions: " + sessions + "\nSource: s\nDestination: d";

        assertThat(rejected(text).violations())
                .extracting(Violation::field, Violation::line, Violation::value, Violation::rule)
                .containsExactly(tuple("sessions", 3, sessions, rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "٤٢", "४२", "４２", "𝟒𝟐", "0042"})
    void readsTheDigitsOfAnyScript(String sessions) {
        String text = "Customer: a\nRegion: EU\nSessions: " + sessions + "\nSource: s\nDestination: d";

        assertThat(accepted(text).draft().sessions()).isEqualTo(42);
    }

    @Test
    void readsAFullWidthColon() {
        assertThat(accepted("Customer：株式会社\nRegion： Asia\nSessions：３\nSource：a:b\nDestination：d")
                        .draft())
                .isEqualTo(new SessionDraft("株式会社", "Asia", 3, "a:b", "d", null, "", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u000B", "\f", "\u0085", "\u2028", "\u2029"})
    void endsALineAtEveryLineBreakOfUnicode(String lineBreak) {
        String text = "\uFEFFCustomer: a\n" + REST + "Observation: one\ntwo\n\nfour\n";

        SessionDraft draft = accepted(text.replace("\n", lineBreak)).draft();

        assertThat(draft.customer()).isEqualTo("a");
        assertThat(draft.observation()).isEqualTo("one\ntwo\n\nfour");
    }

    @Test
    void collapsesWhiteSpaceAndDropsDirectionControlsInAValue() {
        String text = "\uFEFFCustomer:\u00A0 \u202Eacme\u202C\t \u3000corp\u200F \n" + REST;

        assertThat(accepted(text).draft().customer()).isEqualTo("acme corp");
    }

    @Test
    void keepsEmojiJoinersAndRightToLeftText() {
        String customer = "👩‍💻 שלום عميل";

        assertThat(accepted("Customer: " + customer + "\n" + REST + "Observation: \u202Bשלום\u202C 🎉")
                        .draft())
                .extracting(SessionDraft::customer, SessionDraft::observation)
                .containsExactly(customer, "\u202Bשלום\u202C 🎉");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200B\u200D", "...", "https://www./", "[15 mins]", "\uFEFF"})
    void rejectsACustomerThatNamesNobody(String customer) {
        assertThat(rejected("Customer: " + customer + "\n" + REST).violations())
                .extracting(Violation::field)
                .containsExactly("customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0007", "\u001B", "\u007F", "\u009F", "\uD83D", "\uDE00"})
    void rejectsControlCharactersAndHalfSurrogatesWithTheirLine(String bad) {
        String text = "Customer: a" + bad + "b\n" + REST + "Observation: x\ny" + bad + "z";

        assertThat(rejected(text).violations())
                .extracting(Violation::field, Violation::line, Violation::rule)
                .containsExactly(
                        tuple("customer", 1, "unreadable-character"), tuple("observation", 7, "unreadable-character"));
    }

    @Test
    void reportsEveryViolationInTheOrderOfTheText() {
        String text = "Uploaded At: yesterday\nHighlight URL: javascript:alert(1)\nSessions: many\nCustomer: "
                + "c".repeat(256) + "\nRegion: " + "r".repeat(101) + "\nSource: " + "s".repeat(256) + "\nDestination: "
                + "d".repeat(256) + "\nObservation: " + "o".repeat(20_001);

        assertThat(rejected(text).violations())
                .extracting(Violation::field, Violation::line, Violation::rule)
                .containsExactly(
                        tuple("uploaded_at", 1, "not-a-time"),
                        tuple("highlight_type", 1, "required"),
                        tuple("highlight_url", 2, "not-a-web-address"),
                        tuple("sessions", 3, "not-a-number"),
                        tuple("customer", 4, "too-long"),
                        tuple("region", 5, "too-long"),
                        tuple("source", 6, "too-long"),
                        tuple("destination", 7, "too-long"),
                        tuple("observation", 8, "too-long"));
    }

    @Test
    void countsLengthsInUtf16Units() {
        assertThat(accepted("Customer: " + "c".repeat(253) + "🎉\n" + REST)
                        .draft()
                        .customer())
                .hasSize(255);
        assertThat(rejected("Customer: " + "c".repeat(254) + "🎉\n" + REST).violations())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "error_gap, ERROR_GAP",
        "Error Message Wrong, ERROR_WRONG",
        "FEATURE REQUEST, FEATURE_REQUEST",
        "other, OTHER"
    })
    void readsAHighlightByCodeOrLabel(String highlight, HighlightType type) {
        String text = "Customer: a\n" + REST + "Highlight: " + highlight
                + "\nHighlight URL: https://jira.example/X-1\nHighlightDetails: two  words";

        assertThat(accepted(text).draft().highlight())
                .isEqualTo(new Highlight(type, "https://jira.example/X-1", "two words"));
    }

    @Test
    void asksForTheTypeOfAHighlight() {
        assertThat(rejected("Customer: a\n" + REST + "Highlight Details: odd").violations())
                .extracting(Violation::field, Violation::message)
                .containsExactly(tuple("highlight_type", "Please select a highlight type"));
    }

    @Test
    void rejectsARecordThatIsLongerThanAnyCanBe() {
        String text = "Customer: a\n" + REST + "x\n".repeat(60_000);

        Parsed.Rejected record = rejected(text);

        assertThat(record.violations()).extracting(Violation::rule).containsExactly("too-long");
        assertThat(record.text()).isEqualTo(text.strip());
    }

    @Test
    void countsTheStrayLinesThatItDoesNotName() {
        assertThat(accepted("Hello\n".repeat(25) + "Customer: a\n" + REST).warnings())
                .hasSize(21)
                .last()
                .extracting(Violation::message)
                .asString()
                .startsWith("5 more lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\t\r\n", "\uFEFF"})
    void findsNoRecordInABlankText(String text) {
        assertThat(parse(text)).isEmpty();
    }

    private static List<Parsed> parse(String text) {
        return SessionTextParser.parse(text, TERMS);
    }

    private static Parsed.Accepted accepted(String text) {
        List<Parsed> records = parse(text);
        assertThat(records).singleElement().isInstanceOf(Parsed.Accepted.class);
        return (Parsed.Accepted) records.get(0);
    }

    private static Parsed.Rejected rejected(String text) {
        List<Parsed> records = parse(text);
        assertThat(records).singleElement().isInstanceOf(Parsed.Rejected.class);
        return (Parsed.Rejected) records.get(0);
    }
}
