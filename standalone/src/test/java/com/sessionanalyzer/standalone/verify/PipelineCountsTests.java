package com.sessionanalyzer.standalone.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineCountsTests {

    private final AtomicInteger closed = new AtomicInteger();
    private final HttpServer service = server();
    private volatile int status = 200;

    @BeforeEach
    void start() {
        service.createContext("/api/pipeline", exchange -> {
            byte[] answer = "{\"channels\":[{\"channel\":\"api\",\"ledger\":2}],\"cells\":3}".getBytes(UTF_8);
            exchange.sendResponseHeaders(closed.getAndDecrement() > 0 ? 503 : status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void asksAgainWhileTheBooksAreNotOpen() {
        closed.set(2);

        assertThat(ask()).isEqualTo(new PipelineCounts(Map.of("api", 2L), 3));
        assertThat(closed).hasValue(-1);
    }

    @Test
    void saysWhatElseIsAnswered() {
        status = 403;

        assertThatThrownBy(this::ask)
                .isInstanceOf(CannotCompareException.class)
                .hasMessageContaining("/api/pipeline answered 403.");
    }

    private PipelineCounts ask() {
        return PipelineCounts.ask(
                HttpClient.newHttpClient(),
                "http://127.0.0.1:" + service.getAddress().getPort());
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
