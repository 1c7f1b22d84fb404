package com.sessionanalyzer.observe;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Times every request but endless ones, and makes it the beginning of a trace. */
final class RequestFilter extends OncePerRequestFilter {

    private static final String EVENT_STREAM = "text/event-stream";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final RequestTimes times;
    private final Traces traces;

    RequestFilter(RequestTimes times, Traces traces) {
        this.times = times;
        this.traces = traces;
    }

    /** Monitors ask so often that their questions would be most of the traces. */
    private static boolean isTraced(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/actuator") && !path.equals("/livez") && !path.equals("/readyz");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Exchange exchange = new Exchange(
                request,
                response,
                isTraced(request) ? traces.request(method(request), request.getHeader(TraceParent.HEADER)) : Step.NONE);
        Step.Scope scope = exchange.step.here();
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failed) {
            exchange.failed(failed);
            throw failed;
        } finally {
            scope.close();
        }
        exchange.answered();
    }

    private static String method(HttpServletRequest request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER";
    }

    /** The pattern that matched, so that there are as many routes as the service has, whatever is asked for. */
    private static String route(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "UNKNOWN" : pattern.toString();
    }

    /** A request and its answer, which may come later. */
    private final class Exchange implements AsyncListener {

        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private final Step step;
        private final long begun = System.nanoTime();

        private Exchange(HttpServletRequest request, HttpServletResponse response, Step step) {
            this.request = request;
            this.response = response;
            this.step = step;
        }

        private void answered() {
            if (!request.isAsyncStarted()) {
                end(response.getStatus(), null);
            } else {
                request.getAsyncContext().addListener(this);
            }
        }

        private void failed(Exception cause) {
            end(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, cause);
        }

        private void end(int status, @Nullable Throwable cause) {
            String route = route(request);
            if (!String.valueOf(response.getContentType()).startsWith(EVENT_STREAM)) {
                times.answered(method(request), route, status, System.nanoTime() - begun);
            }
            step.named(method(request) + " " + route);
            step.note("http.route", route);
            step.note("http.response.status_code", status);
            if (cause != null) {
                step.failed(cause);
            }
            step.close();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end(response.getStatus(), event.getThrowable());
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // completion follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
