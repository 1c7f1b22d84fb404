package com.sessionanalyzer.intake.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.items.UnreadableContentException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** However a content is divided while it comes, its items are those of the whole. */
class SessionItemsProperties {

    private static final Terms TERMS = new Terms(ZoneId.of("Europe/Prague"), Instant.parse("2026-06-15T12:00:00Z"));
    private static final int MAX_ITEM = 1 << 20;

    @Property(tries = 2_000)
    void readsTextAsAPostOfIt(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 300) int chunk)
            throws IOException {
        List<Parsed> whole = SessionTextParser.parse(text, TERMS);

        assertThat(parsed(BulkFormat.TEXT, text.getBytes(UTF_8), chunk, MAX_ITEM))
                .isEqualTo(whole);
    }

    @Property(tries = 500)
    void readsLinesAsObjects(@ForAll("objects") List<String> lines, @ForAll @IntRange(min = 1, max = 300) int chunk)
            throws IOException {
        List<Parsed> each = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).matches("[ \t\r]*")) {
                each.add(SessionJson.parse(lines.get(i).replaceAll("\r+$", ""), i + 1, TERMS));
            }
        }

        byte[] content = String.join("\n", lines).getBytes(UTF_8);

        assertThat(parsed(BulkFormat.NDJSON, content, chunk, MAX_ITEM)).isEqualTo(each);
    }

    @Property(tries = 3_000)
    void readsAnyContentTheSameHoweverItIsDivided(
            @ForAll BulkFormat format,
            @ForAll("contents") byte[] content,
            @ForAll @IntRange(min = 1, max = 300) int chunk,
            @ForAll @IntRange(min = 1, max = 200) int maxItem)
            throws IOException {
        assertThat(parsed(format, content, chunk, maxItem)).isEqualTo(parsed(format, content, 1 << 16, maxItem));
    }

    @Property(tries = 2_000)
    void endsSegmentsWhereTheRestCanBeReadAlone(
            @ForAll("contents") byte[] content, @ForAll @IntRange(min = 1, max = 100) int chunk) throws IOException {
        try (SessionItems items = open(BulkFormat.NDJSON, content, chunk, MAX_ITEM)) {
            List<Parsed> all = parsed(BulkFormat.NDJSON, content, 1 << 16, MAX_ITEM);
            for (Segment segment = items.next(); segment != null; segment = items.next()) {
                byte[] rest = Arrays.copyOfRange(content, (int) segment.endByte(), content.length);
                int done = (int) segment.firstItem() + segment.items();

                assertThat(texts(parsed(BulkFormat.NDJSON, rest, chunk, MAX_ITEM)))
                        .isEqualTo(texts(all.subList(done, all.size())));
            }
        }
    }

    @Example
    void holdsNoItemsBackForTheEndOfOneThatIsTooLong() throws IOException {
        byte[] content = ("{}\n" + "x".repeat(1_000_000) + "\n{}\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(content);
        try (SessionItems items = SessionItems.open(BulkFormat.NDJSON, in, new ItemLimits(1_000, 100, 100))) {
            Segment first = Objects.requireNonNull(items.next());

            assertThat(first.items()).isEqualTo(1);
            assertThat(content.length - in.available()).isLessThanOrEqualTo(2_000);
            assertThat(Objects.requireNonNull(items.next()).items()).isEqualTo(2);
        }
    }

    @Property(tries = 1_000)
    void keepsRejectedRecordsSoThatTheyCanBeReadAlone(@ForAll BulkFormat format, @ForAll("contents") byte[] content)
            throws IOException {
        for (Parsed item : parsed(format, content, 1 << 16, MAX_ITEM)) {
            if (item instanceof Parsed.Rejected rejected && isReadable(rejected)) {
                assertThat(SessionRecordText.parse(rejected.format(), rejected.text(), TERMS))
                        .isInstanceOfSatisfying(
                                Parsed.Rejected.class,
                                again -> assertThat(rules(again)).isEqualTo(rules(rejected)));
            }
        }
    }

    /** Whether its rules are those of its text alone. */
    private static boolean isReadable(Parsed.Rejected rejected) {
        return rules(rejected).stream().noneMatch(rule -> rule.contains("not-utf-8") || rule.contains("unclosed"));
    }

    private static List<String> rules(Parsed.Rejected rejected) {
        return rejected.violations().stream()
                .map(violation -> violation.field() + ' ' + violation.rule())
                .toList();
    }

    private static List<String> texts(List<Parsed> items) {
        return items.stream().map(Parsed::text).toList();
    }

    private static List<Parsed> parsed(BulkFormat format, byte[] content, int chunk, int maxItem) throws IOException {
        List<Parsed> parsed = new ArrayList<>();
        try (SessionItems items = open(format, content, chunk, maxItem)) {
            long line = 0;
            long end = 0;
            for (Segment segment = items.next(); segment != null; segment = items.next()) {
                assertThat(segment.firstItem()).isEqualTo(parsed.size());
                assertThat(segment.firstLine()).isGreaterThan(line);
                assertThat(segment.endByte()).isGreaterThan(end);
                line = segment.endLine();
                end = segment.endByte();
                parsed.addAll(segment.parse(TERMS));
                assertThat(parsed).hasSize((int) segment.firstItem() + segment.items());
            }
            assertThat(end).isLessThanOrEqualTo(content.length);
        } catch (UnreadableContentException unreadable) {
            assertThat(parsed).isEmpty();
            assertThat(format == BulkFormat.CSV || unreadable.rule().equals("not-utf-8"))
                    .isTrue();
        }
        return parsed;
    }

    private static SessionItems open(BulkFormat format, byte[] content, int chunk, int maxItem) {
        return SessionItems.open(format, dribbling(content, chunk), new ItemLimits(chunk, 1 + chunk / 20, maxItem));
    }

    /** A content that comes in pieces of at most so many bytes. */
    private static InputStream dribbling(byte[] content, int piece) {
        return new ByteArrayInputStream(content) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(length, piece));
            }
        };
    }

    @Property(tries = 5_000)
    void readsUsualObjectsAsAnyObject(@ForAll("members") String object) {
        Parsed usual = JsonLine.parse(object, 4, TERMS);

        if (usual != null) {
            assertThat(usual).isEqualTo(SessionJson.parseAny(object, 4, TERMS));
        }
    }

    @Test
    void readsUsualObjectsWithoutATree() {
        String object =
                "{\"customer\":\"a\", \"region\":\"EU\", \"sessions\":3, \"source\":\"s\",\"destination\":\"d\","
                        + "\"observation\":\"a\\nb\",\"time_consumed\":null,\"has_highlight\":false} ";

        assertThat(JsonLine.parse(object, 1, TERMS)).isInstanceOf(Parsed.Accepted.class);
    }

    @Provide
    Arbitrary<String> members() {
        Arbitrary<String> names = Arbitraries.of(
                "customer",
                "region",
                "sessions",
                "source",
                "destination",
                "time_consumed",
                "uploaded_at",
                "highlight_type",
                "highlight_url",
                "observation",
                "has_highlight",
                "id",
                "sess\\u0069ons");
        Arbitrary<String> values = Arbitraries.of(
                "3",
                "0",
                "007",
                "-1",
                "1.5",
                "2e1",
                "9999999999",
                "null",
                "nul",
                "true",
                "tru",
                "false",
                "[]",
                "\"x\"",
                "\"\"",
                "\" a  b \"",
                "\"a\\nb\"",
                "\"\\u0041\"",
                "\"\\q\"",
                "\"\u007f\"",
                "\"\u00e9\ud83c\udf89\"",
                "\"\t\"",
                "\"15\"",
                "\"2026-01-31\"",
                "\"error_gap\"",
                "\"https://x.example/1\"",
                "\"\\/\\b\\f\\r\\t\\\\\"",
                "\"",
                "");
        Arbitrary<String> odd = Arbitraries.of("", "", "", "", "", "", " ", "\t", "\n", "x", "\"", "}", ",", "\uFEFF");
        Arbitrary<String> valid = Arbitraries.just(
                "\"customer\":\"a\",\"region\":\"EU\",\"sessions\":3,\"source\":\"s\",\"destination\":\"d\"");
        Arbitrary<String> any = Combinators.combine(names, odd, values)
                .as((name, gap, value) -> '"' + name + "\":" + gap + value)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(all -> String.join(",", all));
        return Combinators.combine(
                        odd,
                        Arbitraries.oneOf(
                                any, valid, Combinators.combine(valid, any).as((a, b) -> a + "," + b)),
                        odd)
                .as((before, object, after) -> "{" + before + object + "}" + after);
    }

    @Provide
    Arbitrary<String> texts() {
        return parts(
                "Customer: a",
                "customer：b [5 mins]",
                "\\Customer: c",
                " cUSTOMER\u3000: d",
                "Customer",
                "Custome: r",
                "\u2067Customer\u00a0:e",
                "Region: EU",
                "Sessions: 3",
                "Source: s",
                "Destination: d",
                "Observation: o",
                "oBservation:",
                "Hello",
                " ",
                "\t- ",
                "Time  Consumed: 9",
                "\u0085",
                "\u2028",
                "\u2029",
                "\u000b",
                "\f",
                "\r",
                "\r\n",
                "\n",
                "\n",
                "\n",
                "\n",
                "\u00e9",
                "\u20ac",
                "\ud83c\udf89",
                "\0",
                "C",
                ":");
    }

    @Provide
    Arbitrary<List<String>> objects() {
        return Arbitraries.of(
                        "{\"customer\":\"a\",\"region\":\"EU\",\"sessions\":3,\"source\":\"s\",\"destination\":\"d\"}",
                        "{\"customer\":\"a\",\"sessions\":\"3\"}\r",
                        "{\"customer\":\"\\u0000\",\"customer\":1}",
                        "{\"x\":[1,{}]}",
                        "[1]",
                        "{",
                        "",
                        " \t\r",
                        "\u2028",
                        "{} {}")
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<byte[]> contents() {
        Arbitrary<byte[]> text = texts().map(content -> content.getBytes(UTF_8));
        Arbitrary<byte[]> table = parts(
                        "customer",
                        "region",
                        "sessions",
                        "source",
                        "destination",
                        "has_highlight",
                        "Observation",
                        "\"",
                        "\"\"",
                        ",",
                        ",",
                        ";",
                        "\t",
                        "\n",
                        "\r\n",
                        "\r",
                        "EU",
                        "3",
                        "\"a\nb\"",
                        "\u20ac",
                        "x\"y")
                .map(rows -> header(rows).getBytes(UTF_8));
        Arbitrary<byte[]> lines = objects().map(all -> String.join("\n", all).getBytes(UTF_8));
        return Arbitraries.oneOf(text, table, lines)
                .tuple2()
                .flatMap(both -> Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMaxSize(3)
                        .map(odd -> joined(both.get1(), odd, both.get2())));
    }

    private static String header(String rows) {
        return "Customer,region,SESSIONS,source,destination,observation\n" + rows;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static Arbitrary<String> parts(String... parts) {
        return Arbitraries.of(parts).list().ofMaxSize(40).map(all -> String.join("", all));
    }
}
