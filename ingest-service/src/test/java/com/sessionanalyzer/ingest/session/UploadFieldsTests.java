package com.sessionanalyzer.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.ingest.HttpPosts;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The fields of one record, posted as JSON. */
class UploadFieldsTests extends UploadTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"time_consumed\":121'                    | time_consumed     | out-of-range",
                "'\"time_consumed\":\"2 hours\"'            | time_consumed     | not-a-number",
                "'\"time_consumed\":1.5'                    | time_consumed     | wrong-type",
                "'\"observation\":{}'                       | observation       | wrong-type",
                "'\"highlight_url\":\"javascript:x\",\"highlight_type\":\"other\"' | highlight_url | not-a-web-address",
                "'\"highlight_url\":\"https://user:secret@a.example/\",\"highlight_type\":\"other\"' | highlight_url | not-a-web-address",
                "'\"highlight_details\":\"x\"'              | highlight_type    | required",
                "'\"has_highlight\":true'                   | highlight_type    | required",
                "'\"has_highlight\":\"yes\"'                | has_highlight     | wrong-type",
                "'\"uploaded_at\":\"2126-01-01\"'           | uploaded_at       | future",
                "'\"uploaded_at\":\"1999-01-01\"'           | uploaded_at       | too-old",
                "'\"organization\":\"acme\"'                | organization      | unknown-field",
                "'\"sesions\":3'                            | sesions           | unknown-field",
                "'\"observation\":\"\\u0000\"'              | observation       | unreadable-character",
                "'\"observation\":\"\\ud800\"'              | observation       | unreadable-character",
            })
    void rejectsFieldsThatBreakARule(String field, String name, String rule) throws Exception {
        HttpResponse<String> response = posts.json("{" + FIELDS + "," + field + "}");

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode errors = HttpPosts.read(response).get("errors");
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("field").asString()).isEqualTo(name);
        assertThat(errors.get(0).get("rule").asString()).isEqualTo(rule);
        assertThat(errors.get(0).get("line").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"time_consumed\":null",
                "\"time_consumed\":\"\"",
                "\"time_consumed\":\"15\"",
                "\"has_highlight\":null",
                "\"has_highlight\":false,\"highlight_url\":\"javascript:x\"",
                "\"has_highlight\":true,\"highlight_type\":\"Error Message Gap\"",
                "\"highlight_type\":\"other\",\"highlight_details\":\"a\\nb\"",
                "\"observation\":\"a [15 mins]\\r\\nRegion: US\""
            })
    void takesFieldsThatKeepTheRules(String field) throws Exception {
        assertThat(posts.json("{" + FIELDS + "," + field + "}").statusCode()).isEqualTo(201);
    }

    @Test
    void namesTheFirstTwentyUnknownFields() throws Exception {
        String fields = IntStream.range(0, 4_000)
                .mapToObj(i -> "\"unknown" + i + "\":\"" + "v".repeat(200) + "\"")
                .collect(Collectors.joining(","));

        HttpResponse<String> response = posts.json("{" + FIELDS + "," + fields + "}");

        assertThat(HttpPosts.read(response).get("errors")).hasSize(21);
        assertThat(HttpPosts.read(response).at("/errors/20/message").asString()).startsWith("3980 more fields");
    }

    @Test
    void takesEveryValueOfAFieldLiterally() throws Exception {
        JsonNode data = HttpPosts.read(posts.json("{" + FIELDS.replace("\"a\"", "\"a [15 mins]\"") + "}"))
                .get("data");

        assertThat(data.get("customer").asString()).isEqualTo("a [15 mins]");
        assertThat(data.get("time_consumed").isNull()).isTrue();
    }
}
