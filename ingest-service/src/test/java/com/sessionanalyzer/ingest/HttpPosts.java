package com.sessionanalyzer.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that posts as programs and browsers do. */
public final class HttpPosts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;

    public HttpPosts(int port) {
        this.server = URI.create("http://127.0.0.1:" + port);
    }

    public HttpResponse<String> json(String body) throws IOException, InterruptedException {
        return json(body.getBytes(StandardCharsets.UTF_8));
    }

    public HttpResponse<String> json(byte[] body) throws IOException, InterruptedException {
        return post("/api/upload", "application/json", BodyPublishers.ofByteArray(body));
    }

    /** Posts the text as JSON. */
    public HttpResponse<String> text(String text) throws IOException, InterruptedException {
        return json(JSON.writeValueAsString(Map.of("session_data", text)));
    }

    /** Posts the text as JSON with an idempotency key. */
    public HttpResponse<String> keyed(String key, String text) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.resolve("/api/upload"))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("session_data", text))))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Posts without announcing the length. */
    public HttpResponse<String> chunked(String path, String type, byte[] body)
            throws IOException, InterruptedException {
        return post(path, type, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    public HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", type)
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    /**
     * Posts in bulk.
     *
     * @param query as in {@code ?dry_run=true}; may be empty
     */
    public HttpResponse<String> bulk(String query, String type, byte[] content, Map<String, String> headers)
            throws IOException, InterruptedException {
        return bulkAt("/api/sessions/bulk" + query, type, content, headers);
    }

    /** Posts with these headers. */
    public HttpResponse<String> bulkAt(String path, String type, byte[] content, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Posts a form with a valid token. */
    public HttpResponse<String> form(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return form(path, body);
    }

    /** Posts the encoded fields of a form with a valid token. */
    public HttpResponse<String> form(String path, String encoded) throws IOException, InterruptedException {
        return withToken(path, "application/x-www-form-urlencoded", encoded);
    }

    public HttpResponse<String> withToken(String path, String type, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", type)
                        .header("Accept", "text/html")
                        .header("Cookie", "csa-csrf=" + TOKEN)
                        .header("X-XSRF-TOKEN", token())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofString());
    }

    /** What the server answers to these lines, which need not be HTTP. */
    public String raw(String lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.getOutputStream().write(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public static JsonNode read(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String token() {
        byte[] raw = TOKEN.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[2 * raw.length];
        System.arraycopy(raw, 0, masked, raw.length, raw.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }
}
