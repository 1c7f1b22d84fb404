package com.sessionanalyzer.standalone.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.Segment;
import com.sessionanalyzer.intake.session.SessionDraft;
import com.sessionanalyzer.intake.session.SessionItems;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.schema.session.CustomerName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratorTests {

    private static final Terms TERMS = new Terms(ZoneOffset.UTC, Instant.parse("2026-06-01T00:00:00Z"));
    private static final LocalDate UNTIL = LocalDate.of(2026, 1, 1);
    private static final int SOME = 200_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "TEXT, 90bbd47a877eca4058436e37df8bde5e3f856496779fe4bbf5d4a0e62d12b5ac",
        "NDJSON, 36f4fa262b40d2cf5e770bb7af94deb853c922261b056a81c1aba110e7914dcd",
        "CSV, cbe9cff89636ffca6688c3e38a1a3b189caac5be80d1023618eeb40941655cd6"
    })
    void writesTheseBytesOnEveryMachine(BulkFormat format, String digest) throws IOException, NoSuchAlgorithmException {
        new Generator(recipe(2_000, 7, SOME), format).write(out);

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(out.toByteArray())))
                .isEqualTo(digest);
    }

    @ParameterizedTest
    @EnumSource
    void saysOfEachRecordWhatTheReadersSay(BulkFormat format) throws IOException {
        for (long seed : new long[] {0, 1, 2026, -5}) {
            out.reset();
            Expected expected = new Generator(recipe(3_000, seed, SOME), format).write(out);

            assertIsSoFound(expected, found(format));
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesTheSameGoodRecordsInEveryFormat(BulkFormat format) throws IOException {
        Expected text = new Generator(recipe(500, 9, SOME), BulkFormat.TEXT).write(new ByteArrayOutputStream());

        Expected expected = new Generator(recipe(500, 9, SOME), format).write(out);

        assertThat(expected.sessions()).isEqualTo(text.sessions());
        assertThat(expected.minutes()).isEqualTo(text.minutes());
        assertThat(expected.customers()).isEqualTo(text.customers());
    }

    @Test
    void findsEachFaultThatItKnows() throws IOException {
        for (BulkFormat format : BulkFormat.values()) {
            Expected expected = new Generator(recipe(5_000, 3, 1_000_000), format).write(out);

            assertThat(expected.recorded()).isZero();
            assertThat(expected.reasons().keySet())
                    .isEqualTo(Notation.of(format).faults().stream()
                            .map(Fault::reason)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void hasFewBigCustomersAndManySmallOnesEachWithSpellings() throws IOException {
        new Generator(recipe(20_000, 7, 0), BulkFormat.TEXT).write(out);

        List<Long> counts =
                drafts().stream()
                        .collect(Collectors.groupingBy(GeneratorTests::key, Collectors.counting()))
                        .values()
                        .stream()
                        .sorted(Collections.reverseOrder())
                        .toList();
        assertThat(counts).hasSizeGreaterThan(1_500);
        assertThat(counts.get(0)).isGreaterThan(1_000);
        assertThat(drafts().stream().map(SessionDraft::customer).distinct().count())
                .isGreaterThan(counts.size());
    }

    @Test
    void usesEveryFieldOfARecordAndAllDays() throws IOException {
        new Generator(recipe(20_000, 7, 0), BulkFormat.TEXT).write(out);

        assertThat(drafts()).anyMatch(draft -> draft.minutes() == null);
        assertThat(drafts()).anyMatch(draft -> draft.highlight() != null);
        assertThat(drafts()).anyMatch(draft -> draft.observation().lines().count() > 40);
        assertThat(drafts().stream()
                        .map(draft -> Objects.requireNonNull(draft.uploadedAt())
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate())
                        .distinct())
                .hasSize(365)
                .allMatch(day -> day.isBefore(UNTIL) && !day.isBefore(UNTIL.minusDays(365)));
    }

    private static void assertIsSoFound(Expected expected, List<Parsed> found) {
        List<SessionDraft> drafts = found.stream()
                .filter(Parsed.Accepted.class::isInstance)
                .map(Parsed.Accepted.class::cast)
                .peek(accepted -> assertThat(accepted.warnings()).isEmpty())
                .map(Parsed.Accepted::draft)
                .toList();
        Map<String, Long> reasons = found.stream()
                .filter(Parsed.Rejected.class::isInstance)
                .map(Parsed.Rejected.class::cast)
                .flatMap(rejected -> rejected.violations().stream())
                .map(violation -> violation.field() + ":" + violation.rule())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        assertThat(expected.reasons()).isEqualTo(reasons).isNotEmpty();
        assertThat(expected.recorded()).isEqualTo(drafts.size());
        assertThat(expected.recorded() + expected.rejected()).isEqualTo(found.size());
        assertThat(expected.customers()).isEqualTo((int)
                drafts.stream().map(GeneratorTests::key).distinct().count());
        assertThat(expected.sessions())
                .isEqualTo(drafts.stream().mapToLong(SessionDraft::sessions).sum());
        assertThat(expected.minutes())
                .isEqualTo(drafts.stream()
                        .mapToLong(draft -> draft.minutes() == null ? 0 : draft.minutes())
                        .sum());
    }

    private static String key(SessionDraft draft) {
        return CustomerName.of(draft.customer()).key();
    }

    private List<SessionDraft> drafts() throws IOException {
        return found(BulkFormat.TEXT).stream()
                .map(Parsed.Accepted.class::cast)
                .map(Parsed.Accepted::draft)
                .toList();
    }

    private List<Parsed> found(BulkFormat format) throws IOException {
        List<Parsed> found = new ArrayList<>();
        try (SessionItems items =
                SessionItems.open(format, new ByteArrayInputStream(out.toByteArray()), ItemLimits.DEFAULT)) {
            for (Segment segment = items.next(); segment != null; segment = items.next()) {
                found.addAll(segment.parse(TERMS));
            }
        }
        return found;
    }

    private static Recipe recipe(int records, long seed, int badPerMillion) {
        return new Recipe(records, seed, badPerMillion, UNTIL, 365);
    }
}
