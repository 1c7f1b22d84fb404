package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.BulkContents;
import com.sessionanalyzer.ingest.HttpPosts;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that cannot be read, or only in part. */
class BulkRefusalTests extends BulkTest {

    @ParameterizedTest
    @CsvSource({
        "application/json, identity",
        "application/x-www-form-urlencoded, identity",
        "text/plain;charset=utf-16, identity",
        "text/plain, br",
        "text/plain, 'gzip, gzip'",
        "nonsense, identity",
    })
    void readsNoOtherTypes(String type, String encoding) throws Exception {
        HttpResponse<String> answer = posts.bulk("", type, bytes("Customer: x"), Map.of("Content-Encoding", encoding));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n  \n", "Customer,Region,Sessions,Source,Destination\n"})
    void refusesContentWithoutRecords(String content) throws Exception {
        String type = content.startsWith("Customer") ? "text/csv" : "text/plain";

        HttpResponse<String> answer = posts.bulk("", type, bytes(content), Map.of());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(HttpPosts.read(posts.get("/api/imports", "application/json")))
                .isEmpty();
    }

    @Test
    void refusesATableThatCannotBeRead() throws Exception {
        HttpResponse<String> unknown = posts.bulk("", "text/csv", bytes("Customer,Colour\nx,y\n"), Map.of());
        HttpResponse<String> wide = posts.bulk("", "text/csv", bytes("Customer,".repeat(100_000) + "\nx\n"), Map.of());

        for (HttpResponse<String> answer : List.of(unknown, wide)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(HttpPosts.read(answer).path("line").asInt()).isEqualTo(1);
            assertThat(HttpPosts.read(answer).path("rule").asString()).isNotEmpty();
        }
    }

    @Test
    void rejectsALineThatIsTooLongAndReadsOn() throws Exception {
        String content =
                BulkContents.line(0) + "{\"customer\": \"" + "x".repeat(10 << 20) + "\"}\n" + BulkContents.line(1);

        HttpResponse<String> answer = posts.bulk("", NDJSON, bytes(content), Map.of());

        assertThat(totals(answer)).containsExactly(3, 2, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "9", "12", "200"})
    void refusesGzipThatIsNotComplete(int length) throws Exception {
        byte[] packed = BulkContents.gzip(BulkContents.of(NDJSON, 50));

        HttpResponse<String> answer =
                posts.bulk("", NDJSON, Arrays.copyOf(packed, length), Map.of("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(HttpPosts.read(answer).path("detail").asString()).contains("gzip");
    }

    @Test
    void refusesWhatUnpacksToTooMuch() throws Exception {
        byte[] bomb = BulkContents.gzip(new byte[110 << 20]);

        HttpResponse<String> answer = posts.bulk("", NDJSON, bomb, Map.of("Content-Encoding", "gzip"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(HttpPosts.read(answer).path("detail").asString()).contains("200 times");
    }

    @Test
    void saysHowManyColumnsThereAre() throws Exception {
        String header = "Customer,Region,Sessions,Source,Destination\n";

        HttpResponse<String> wide = posts.bulk("", "text/csv", bytes("Customer,".repeat(100_000) + "\nx\n"), Map.of());
        HttpResponse<String> row = posts.bulk("", "text/csv", bytes(header + "x,".repeat(99_999) + "\n"), Map.of());

        assertThat(HttpPosts.read(wide).path("detail").asString()).contains("at most 100 columns", "not 100001");
        assertThat(HttpPosts.read(row)
                        .path("rejections")
                        .path(0)
                        .path("message")
                        .asString())
                .contains("must have 5 values", "not 100000");
    }

    @ParameterizedTest
    @CsvSource({
        "255044462D312E37, a PDF document",
        "504B030414000600, an Excel",
        "D0CF11E0A1B11AE1, an Excel",
        "89504E470D0A1A0A, a picture",
        "1F8B080000000000, packed with gzip",
        "FFFE430075007300, UTF-16",
    })
    void refusesFilesThatAreNotText(String hex, String kind) throws Exception {
        for (String type : List.of("text/csv", "text/plain", NDJSON)) {
            HttpResponse<String> answer =
                    posts.bulk("", type, HexFormat.of().parseHex(hex + "00".repeat(500)), Map.of());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(HttpPosts.read(answer).path("detail").asString()).contains(kind);
            assertThat(HttpPosts.read(answer).path("state").asString()).isEqualTo("interrupted");
            assertThat(HttpPosts.read(answer).has("links")).isFalse();
        }
    }
}
