package com.sessionanalyzer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ProbeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PageFrameTests {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void namesAssetsByTheirContentForBrowsersToKeep() throws Exception {
        String page = get("/problems").body();

        for (String name : new String[] {"/assets/app-[0-9a-f]{32}\\.css", "/assets/theme-[0-9a-f]{32}\\.js"}) {
            Matcher asset = Pattern.compile(name).matcher(page);
            assertThat(asset.find()).isTrue();
            HttpResponse<String> response = get(asset.group());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=31536000, public, immutable");
        }
    }

    @Test
    void servesTheLibrariesOfThePages() throws Exception {
        assertThat(get("/assets/vendor/htmx.min.js").statusCode()).isEqualTo(200);
        assertThat(get("/assets/vendor/echarts.min.js").statusCode()).isEqualTo(200);
    }

    @Test
    void hasAnIconForBrowsersThatAskAtTheOldAddress() throws Exception {
        HttpResponse<String> answer = get("/favicon.ico");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(icon -> assertThat(icon).endsWith(".svg"));
    }

    @Test
    void showsTheNavigationInOrder() throws Exception {
        assertThat(get("/problems").body())
                .containsSubsequence("href=\"/\"", "href=\"/input\"", "href=\"/insights\"", "href=\"/reports\"");
    }

    @Test
    void containsNothingThatTheContentPolicyForbids() throws Exception {
        assertThat(get("/problems").body()).doesNotContain("style=", "onclick", "<script>", "<style");
    }

    @Test
    void explainsAFormWithoutTokenOnAPage() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/write"))
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body())
                .contains("The form carried no valid token", "/assets/app-", "href=\"/problems/forbidden\"");
    }

    @Test
    void refusesForeignPagesWithProblemDetails() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/api/body"))
                .header("Origin", "http://evil.example")
                .POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/forbidden\"", "another site");
    }

    @Test
    void answersRequestsThatTheServerItselfRefuses() throws Exception {
        HttpResponse<String> answer = get("/api/a;b");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/malformed-request");
    }

    @Test
    void answersParametersThatAreNotUtf8() throws Exception {
        HttpResponse<String> answer = get("/api/number?value=%C3");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/problems/malformed-request");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
