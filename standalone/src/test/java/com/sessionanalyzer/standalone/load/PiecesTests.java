package com.sessionanalyzer.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.Fingerprint;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.Segment;
import com.sessionanalyzer.intake.session.SessionItems;
import com.sessionanalyzer.intake.session.Terms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PiecesTests {

    private static final Terms TERMS = new Terms(ZoneOffset.UTC, Instant.parse("2026-06-01T00:00:00Z"));

    @ParameterizedTest
    @EnumSource
    void holdTheRecordsOfTheContentWithTheirLines(BulkFormat format) throws IOException {
        byte[] content = Generated.content(format, 6_000);

        List<Piece> pieces = pieces(format, content, Progress.NONE);

        assertThat(pieces).hasSizeGreaterThan(2);
        List<String> inPieces = new ArrayList<>();
        for (Piece piece : pieces) {
            long header = format == BulkFormat.CSV ? 1 : 0;
            inPieces.addAll(outcomes(parse(format, piece.value()), piece.line() - 1 - header));
        }
        assertThat(inPieces).isEqualTo(outcomes(parse(format, content), 0));
        assertThat(last(pieces).after().bytes()).isEqualTo(content.length);
        assertThat(last(pieces).after().records()).isEqualTo(6_000);
    }

    @ParameterizedTest
    @EnumSource
    void goOnFromWhereTheyCame(BulkFormat format) throws IOException {
        byte[] content = Generated.content(format, 6_000);
        List<Piece> whole = pieces(format, content, Progress.NONE);

        for (int i = 0; i + 1 < whole.size(); i++) {
            List<Piece> rest = pieces(format, content, whole.get(i).after());

            assertThat(shown(rest)).isEqualTo(shown(whole.subList(i + 1, whole.size())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowTheHashOfWhatTheyHold(BulkFormat format) throws IOException {
        byte[] content = Generated.content(format, 2_000);

        for (Piece piece : pieces(format, content, Progress.NONE)) {
            byte[] prefix = Arrays.copyOf(content, (int) piece.after().bytes());
            assertThat(piece.after().digest()).isEqualTo(Fingerprint.of(prefix));
            assertThat(piece.after().beginsLike(Arrays.copyOf(content, Math.min(content.length, Content.HEAD))))
                    .isTrue();
        }
    }

    @Test
    void keepALineThatIsTooLongSmallAndGoOn() throws IOException {
        String content = "{\"customer\":\"a\"}\n" + "x".repeat(40 << 20) + "\n{\"customer\":\"b\"}\n";

        List<Piece> pieces = pieces(BulkFormat.NDJSON, content.getBytes(StandardCharsets.UTF_8), Progress.NONE);

        assertThat(pieces).allMatch(piece -> piece.value().length < 2 << 20);
        List<Parsed> parsed = new ArrayList<>();
        for (Piece piece : pieces) {
            parsed.addAll(parse(BulkFormat.NDJSON, piece.value()));
        }
        assertThat(parsed).hasSize(3).allMatch(Parsed.Rejected.class::isInstance);
        assertThat(((Parsed.Rejected) parsed.get(1)).violations().get(0).rule()).isEqualTo("too-long");
        assertThat(last(pieces).after().digest()).isEqualTo(Fingerprint.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nameTheLineOfARecordBehindBlankLines() throws IOException {
        String content = "\n\r\n  \n{\"customer\":\"a\"}";

        List<Piece> pieces = pieces(BulkFormat.NDJSON, content.getBytes(StandardCharsets.UTF_8), Progress.NONE);

        assertThat(pieces).singleElement().satisfies(piece -> {
            assertThat(piece.line()).isEqualTo(4);
            assertThat(piece.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"customer\":\"a\"}");
            assertThat(piece.after().broken()).isTrue();
        });
    }

    private static List<Piece> pieces(BulkFormat format, byte[] content, Progress from) throws IOException {
        Prefix prefix = new Prefix(new ByteArrayInputStream(content));
        assertThat(prefix.skipTo(from.bytes())).isTrue();
        byte[] head = Arrays.copyOf(content, Math.min(content.length, Content.HEAD));
        Pieces pieces = Pieces.of(format, prefix, head, from);
        List<Piece> all = new ArrayList<>();
        for (Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
            all.add(piece);
        }
        return all;
    }

    private static List<Parsed> parse(BulkFormat format, byte[] content) throws IOException {
        List<Parsed> parsed = new ArrayList<>();
        try (SessionItems items = SessionItems.open(format, new ByteArrayInputStream(content), ItemLimits.DEFAULT)) {
            for (Segment segment = items.next(); segment != null; segment = items.next()) {
                parsed.addAll(segment.parse(TERMS));
            }
        }
        return parsed;
    }

    /** What each record is read as, with its line moved. */
    private static List<String> outcomes(List<Parsed> found, long by) {
        return found.stream()
                .map(parsed -> (parsed.line() + by) + " " + parsed.getClass().getSimpleName() + " " + parsed.text())
                .toList();
    }

    private static List<String> shown(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.line() + " " + piece.after() + " " + Fingerprint.of(piece.value()))
                .toList();
    }

    private static Piece last(List<Piece> pieces) {
        return pieces.get(pieces.size() - 1);
    }
}
