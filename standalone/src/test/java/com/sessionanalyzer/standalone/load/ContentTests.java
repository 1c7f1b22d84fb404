package com.sessionanalyzer.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTests {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "a.ndjson, TEXT: 1, NDJSON",
        "a.jsonl, , NDJSON",
        "A.CSV, {}, CSV",
        "a.tsv, , CSV",
        "a.txt, {}, TEXT",
        "a, '\uFEFF {\"customer\":1}', NDJSON",
        "a.log, 'Customer: x', TEXT",
        "a.dat, 'customer;region', CSV"
    })
    void tellsTheFormatByTheNameOrElseByTheFirstLine(String name, String content, BulkFormat format)
            throws IOException {
        Path file = Files.writeString(directory.resolve(name), content == null ? "" : content);

        try (Content found = Content.ofFile(file)) {
            assertThat(found.format()).isEqualTo(format);
        }
    }

    @Test
    void unpacksWhatIsPackedWhateverItIsCalled() throws IOException {
        Path file = directory.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("customer,region\n".getBytes(StandardCharsets.UTF_8));
        }

        try (Content content = Content.ofFile(file)) {
            assertThat(content.format()).isEqualTo(BulkFormat.CSV);
            assertThat(content.head()).asString(StandardCharsets.UTF_8).isEqualTo("customer,region\n");
            assertThat(content.unpacked()).hasContent("customer,region\n");
            assertThat(content.share()).isEqualTo(1);
        }
    }

    @Test
    void doesNotKnowHowMuchOfAStreamThereIs() throws IOException {
        try (Content content = Content.ofStream(new ByteArrayInputStream(new byte[0]))) {
            assertThat(content.share()).isNegative();
            assertThat(content.head()).isEmpty();
        }
    }
}
