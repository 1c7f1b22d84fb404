package com.sessionanalyzer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;

class RequestFilterTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RequestFilter filter = new RequestFilter(new RequestTimes(registry), Traces.NONE);
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void timesARequestByTheRouteThatAnsweredIt() throws ServletException, IOException {
        filter.doFilter(new MockHttpServletRequest("GET", "/api/sessions/1"), response, (request, answer) -> {
            request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/api/sessions/{id}");
            response.setStatus(404);
        });

        assertThat(timer("GET", "/api/sessions/{id}", "404", "CLIENT_ERROR").count())
                .isEqualTo(1);
    }

    @Test
    void makesOneRouteOfAllThatAreNotThere() throws ServletException, IOException {
        for (int i = 0; i < 3; i++) {
            filter.doFilter(new MockHttpServletRequest("PROPFIND" + i, "/nowhere/" + i), response, notFound());
        }

        assertThat(timer("OTHER", "UNKNOWN", "404", "CLIENT_ERROR").count()).isEqualTo(3);
        assertThat(registry.find("http.server.requests").timers()).hasSize(1);
    }

    @Test
    void countsWhatFailsAsAnError() {
        assertThatThrownBy(
                        () -> filter.doFilter(new MockHttpServletRequest("GET", "/"), response, (request, answer) -> {
                            throw new ServletException("broken");
                        }))
                .hasMessage("broken");

        assertThat(timer("GET", "UNKNOWN", "500", "SERVER_ERROR").count()).isEqualTo(1);
    }

    @Test
    void timesAnAnswerThatComesLaterWhenItIsThere() throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/sessions/bulk");
        request.setAsyncSupported(true);

        filter.doFilter(request, response, (same, answer) -> request.startAsync(same, answer));
        assertThat(registry.getMeters()).isEmpty();
        completed(request);

        assertThat(timer("POST", "UNKNOWN", "200", "SUCCESS").count()).isEqualTo(1);
    }

    @Test
    void doesNotTimeAnEndlessAnswer() throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/insights/stream");
        request.setAsyncSupported(true);
        response.setContentType("text/event-stream");

        filter.doFilter(request, response, (same, answer) -> request.startAsync(same, answer));
        completed(request);

        assertThat(registry.getMeters()).isEmpty();
    }

    private static void completed(MockHttpServletRequest request) {
        MockAsyncContext async = (MockAsyncContext) request.getAsyncContext();
        assertThat(async).isNotNull();
        async.complete();
    }

    private FilterChain notFound() {
        return (request, answer) -> response.setStatus(404);
    }

    private Timer timer(String method, String route, String status, String outcome) {
        return registry.get("http.server.requests")
                .tags("method", method, "uri", route, "status", status, "outcome", outcome)
                .timer();
    }
}
