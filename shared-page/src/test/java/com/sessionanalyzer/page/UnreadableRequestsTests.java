package com.sessionanalyzer.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = ProbeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UnreadableRequestsTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/number?value={ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/a/%2e%2e%2f HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /api/body HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "GET /api/number HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/number HTTP/1.1\r\n\r\n"
            })
    void answersProblemDetailsAndNothingAboutTheServer(String request) throws IOException {
        String answer = send(request);

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .containsIgnoringCase("X-Content-Type-Options: nosniff")
                .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                .contains("\"type\":\"/problems/malformed-request\"", "\"status\":400", "\"detail\":", "\"error\":")
                .doesNotContainIgnoringCase("tomcat")
                .doesNotContain("Exception", "<html");
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(request.replaceFirst("\r\n\r\n$", "\r\nConnection: close\r\n\r\n")
                            .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
