package com.sessionanalyzer.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How long requests took, by route and answer, under the name and with the tags that Spring gives it. Timers are kept rather
 * than looked up, which costs a post less than an observation of Spring's.
 */
final class RequestTimes {

    private final MeterRegistry registry;
    private final Map<Answer, Timer> timers = new ConcurrentHashMap<>();

    RequestTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(String method, String route, int status, long nanos) {
        timers.computeIfAbsent(new Answer(method, route, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Answer answer) {
        return Timer.builder("http.server.requests")
                .description("Time until a request was answered")
                .tags(
                        "method",
                        answer.method,
                        "uri",
                        answer.route,
                        "status",
                        String.valueOf(answer.status),
                        "outcome",
                        outcome(answer.status))
                .serviceLevelObjectives(Buckets.SECONDS)
                .register(registry);
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            default -> "SERVER_ERROR";
        };
    }

    /** What is told apart. */
    private record Answer(String method, String route, int status) {}
}
