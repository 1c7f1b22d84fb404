package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.BulkContents;
import com.sessionanalyzer.ingest.HttpPosts;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bulk posts that are sent again with their key. */
class BulkAgainTests extends BulkTest {

    @Test
    void replaysTheWholeWhenItIsSentAgainWithItsKey() throws Exception {
        byte[] content = bytes(BulkContents.line(0) + "{}\n" + BulkContents.line(1));
        HttpResponse<String> first = posts.bulk("", NDJSON, content, key("again"));

        HttpResponse<String> second = posts.bulk("", NDJSON, content, key("again"));

        assertThat(totals(first)).containsExactly(3, 2, 0, 1);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(totals(second)).containsExactly(3, 0, 3, 0);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(HttpPosts.read(second).path("id"))
                .isEqualTo(HttpPosts.read(first).path("id"));
        assertThat(HttpPosts.read(second).path("position"))
                .isEqualTo(HttpPosts.read(first).path("position"));
        assertThat(HttpPosts.read(second).path("total").path("recorded").asInt())
                .isEqualTo(2);
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(2);
    }

    @Test
    void settlesOnlyTheRestOfWhatBrokeOff() throws Exception {
        byte[] content = BulkContents.of(NDJSON, 5_000);
        byte[] packed = BulkContents.gzip(content);
        HttpResponse<String> broken =
                posts.bulk("", NDJSON, Arrays.copyOf(packed, packed.length * 2 / 3), packedKey("goes-on"));
        int before = HttpPosts.read(broken).path("received").asInt();

        HttpResponse<String> rest = posts.bulk("", NDJSON, content, key("goes-on"));

        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(400);
        assertThat(HttpPosts.read(broken).path("type").asString()).isEqualTo("/problems/unreadable-content");
        assertThat(HttpPosts.read(broken).path("state").asString()).isEqualTo("interrupted");
        assertThat(HttpPosts.read(broken).path("line").asInt()).isEqualTo(before);
        assertThat(before).isPositive().isLessThan(5_000);
        assertThat(totals(rest)).containsExactly(5_000, 5_000 - before, before, 0);
        assertThat(customers()).hasSize(5_000).doesNotHaveDuplicates();
        assertThat(ids()).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void saysThatWhatIsSettledOfADamagedContentNeedsAnotherKey() throws Exception {
        byte[] packed = BulkContents.gzip(BulkContents.of(NDJSON, 5_000));
        packed[packed.length - 8] ^= 1;

        HttpResponse<String> answer = posts.bulk("", NDJSON, packed, packedKey("damaged"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(HttpPosts.read(answer).path("received").asInt()).isPositive();
        assertThat(HttpPosts.read(answer).path("detail").asString())
                .contains("its checksum is wrong", "with another Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/csv"})
    void goesOnInTheMiddleOfWhatItCannotCutAt(String type) throws Exception {
        byte[] content = BulkContents.of(type, 4_000);
        byte[] packed = BulkContents.gzip(content);
        HttpResponse<String> broken = posts.bulk(
                "", type, Arrays.copyOf(packed, packed.length / 2), packedKey("middle-" + type.replace('/', '-')));
        int before = HttpPosts.read(broken).path("received").asInt();

        HttpResponse<String> rest = posts.bulk("", type, content, key("middle-" + type.replace('/', '-')));

        assertThat(before).isPositive();
        assertThat(totals(rest)).containsExactly(4_000, 4_000 - before, before, 0);
        assertThat(customers()).hasSize(4_000).doesNotHaveDuplicates();
    }

    @Test
    void refusesAnotherContentUnderTheSameKey() throws Exception {
        posts.bulk("", NDJSON, BulkContents.of(NDJSON, 3), key("used"));

        for (byte[] other : List.of(
                bytes(BulkContents.line(9)),
                BulkContents.of(NDJSON, 4),
                bytes(BulkContents.line(1) + BulkContents.line(0) + BulkContents.line(2)))) {
            HttpResponse<String> answer = posts.bulk("", NDJSON, other, key("used"));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(HttpPosts.read(answer).path("type").asString()).isEqualTo("/problems/idempotency-key-reused");
        }
        assertThat(posts.bulk("", "text/plain", bytes("x"), key("used")).statusCode())
                .isEqualTo(422);
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(3);
    }

    @Test
    void replaysWhatIsLongerThanASegment() throws Exception {
        byte[] content = BulkContents.of(NDJSON, 5_000);
        posts.bulk("", NDJSON, content, key("long"));

        HttpResponse<String> answer = posts.bulk("", NDJSON, content, key("long"));

        assertThat(totals(answer)).containsExactly(5_000, 0, 5_000, 0);
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(5_000);
    }

    @Test
    void endsWithTheRefusalWhenLinesWereAnsweredAlready() throws Exception {
        posts.bulk("", NDJSON, BulkContents.of(NDJSON, 3), key("grown"));

        HttpResponse<String> answer = posts.bulk(
                "", NDJSON, BulkContents.of(NDJSON, 5_000), Map.of("Idempotency-Key", "grown", "Accept", NDJSON));

        List<JsonNode> lines = lines(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(lines.get(0).path("fate").asString()).isEqualTo("replayed");
        assertThat(lines.get(lines.size() - 1).path("type").asString()).isEqualTo("/problems/idempotency-key-reused");
        assertThat(log.messages(SessionTopics.RECORDS)).hasSize(3);
    }

    @Test
    void saysHowFarItGotWhenTheLogIsAway() throws Exception {
        log.available(false);

        HttpResponse<String> answer = posts.bulk("", NDJSON, BulkContents.of(NDJSON, 3), key("away"));
        log.available(true);
        HttpResponse<String> again = posts.bulk("", NDJSON, BulkContents.of(NDJSON, 3), key("away"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(HttpPosts.read(answer).path("received").asInt()).isZero();
        assertThat(totals(again)).containsExactly(3, 3, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"has space", "tab\tinside"})
    void refusesAKeyThatIsNone(String key) throws Exception {
        HttpResponse<String> answer = posts.bulk("", NDJSON, BulkContents.of(NDJSON, 1), key(key));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
}
