package com.sessionanalyzer.intake.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.intake.text.FreeText;
import com.sessionanalyzer.intake.text.OneLine;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class SessionTextProperties {

    private static final Terms TERMS = new Terms(ZoneId.of("Europe/Prague"), Instant.parse("2026-06-15T12:00:00Z"));

    @Property
    void readsWhatItPrintsAsTheSameDraft(@ForAll("drafts") SessionDraft draft) {
        List<Parsed> records = SessionTextParser.parse(SessionText.print(draft), TERMS);

        assertThat(records).singleElement().isInstanceOfSatisfying(Parsed.Accepted.class, record -> {
            assertThat(record.draft()).isEqualTo(draft);
            assertThat(record.warnings()).isEmpty();
        });
    }

    @Property(tries = 200)
    void readsManyPrintedOneAfterTheOther(@ForAll @Size(min = 1, max = 5) List<@From("drafts") SessionDraft> drafts) {
        String text = drafts.stream().map(SessionText::print).collect(Collectors.joining("\n"));

        assertThat(SessionTextParser.parse(text, TERMS))
                .extracting(record -> ((Parsed.Accepted) record).draft())
                .containsExactlyElementsOf(drafts);
    }

    @Property
    void readsAnyTextWithoutFailing(@ForAll String text) {
        assertThat(SessionTextParser.parse(text, TERMS)).isNotNull();
    }

    @Property
    void accountsForEveryLineOfAPost(@ForAll("posts") String text) {
        List<Parsed> records = SessionTextParser.parse(text, TERMS);

        String kept = records.stream().map(Parsed::text).collect(Collectors.joining());
        assertThat(visible(kept)).isEqualTo(visible(text));
    }

    @Property
    void givesEachRecordTheLineItBeginsAt(@ForAll("posts") String text) {
        List<String> lines = text.lines().toList();

        assertThat(SessionTextParser.parse(text, TERMS)).allSatisfy(record -> {
            String first = record.text().lines().findFirst().orElseThrow();
            assertThat(lines.get(record.line() - 1)).startsWith(first.stripTrailing());
        });
    }

    @Provide
    Arbitrary<SessionDraft> drafts() {
        Arbitrary<String> names = lines(60).filter(SessionDraft::namesSomebody);
        Arbitrary<Highlight> highlights = Combinators.combine(
                        Arbitraries.of(HighlightType.class),
                        Arbitraries.of("https://jira.example/X-1", "HTTP://[::1]/?a=b#c")
                                .injectNull(0.3),
                        lines(80).injectNull(0.5))
                .as(Highlight::new);
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(
                        Instant.parse("2016-06-15T12:00:00Z").toEpochMilli(),
                        TERMS.now().plusSeconds(300).toEpochMilli())
                .map(Instant::ofEpochMilli);
        return Combinators.combine(
                        names,
                        lines(40),
                        Combinators.combine(Arbitraries.integers().between(1, 100_000), lines(40))
                                .as(Amount::new),
                        lines(40),
                        Arbitraries.integers().between(1, 120).injectNull(0.3),
                        observations(),
                        highlights.injectNull(0.5),
                        times.injectNull(0.3))
                .as((customer, region, amount, destination, minutes, observation, highlight, time) -> new SessionDraft(
                        customer,
                        region,
                        amount.sessions(),
                        amount.source(),
                        destination,
                        minutes,
                        observation,
                        highlight,
                        time));
    }

    @Provide
    Arbitrary<String> posts() {
        return Arbitraries.of(
                        "Customer: a",
                        "customer：b [5 mins]",
                        "\\Customer: c",
                        "Region: EU",
                        "Sessions: 3",
                        "Source:",
                        "Source: s",
                        "Destination: d",
                        "Observation: o",
                        "Hello",
                        "",
                        " ",
                        "\t- item",
                        "Time Consumed: 9")
                .list()
                .ofMaxSize(30)
                .map(lines -> String.join("\n", lines));
    }

    private static Arbitrary<String> observations() {
        Arbitrary<String> lines = Arbitraries.oneOf(
                lines(60),
                Arbitraries.of(
                        "Customer: b",
                        "  \\Customer：c",
                        "\\\\ Customer :",
                        "\uFEFFcustomer:x",
                        "Region: EU",
                        "",
                        "\t- x"));
        return lines.list().ofMaxSize(6).map(all -> FreeText.of(String.join("\n", all)));
    }

    private static Arbitrary<String> lines(int maxLength) {
        Arbitrary<String> odd = Arbitraries.of(
                "[",
                "]",
                "\\",
                "[15 mins]",
                " [VIP]",
                "\\[",
                ":",
                "Customer:",
                "٣",
                "🎉",
                "\u200D",
                "www.",
                "https://",
                "xn--",
                " ");
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(8);
        return Arbitraries.oneOf(odd, any, Arbitraries.strings().alpha().ofMaxLength(5))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts))
                .filter(text -> Flaw.in(text) == null)
                .map(OneLine::of)
                .filter(text -> !text.isEmpty() && text.length() <= maxLength);
    }

    private static String visible(String text) {
        return text.replaceAll("\\s+", "");
    }

    private record Amount(int sessions, String source) {}
}
