package com.sessionanalyzer.observe;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces and metrics are sent. Metrics can be fetched from {@code /actuator/prometheus} in any case.
 *
 * @param otlp     address of a collector that takes OTLP over HTTP; nothing is sent without
 * @param sampling share of the traces that are kept, from 0 to 1; of a request that is part of a trace already, the sender has decided
 * @param interval how often metrics are sent to the collector
 * @param traceIds whether log entries name the trace of their request even when no collector takes traces
 */
@ConfigurationProperties("csa.telemetry")
public record TelemetryProperties(
        @DefaultValue("") String otlp,
        @DefaultValue("0.1") double sampling,
        @DefaultValue("30s") Duration interval,
        @DefaultValue("false") boolean traceIds) {

    public TelemetryProperties {
        if (!otlp.isEmpty() && !isAddress(otlp)) {
            throw new IllegalArgumentException(
                    "csa.telemetry.otlp must be an address like http://collector:4318, was " + otlp);
        }
        if (!(sampling >= 0 && sampling <= 1)) {
            throw new IllegalArgumentException("csa.telemetry.sampling must be from 0 to 1, was " + sampling);
        }
        if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("csa.telemetry.interval must be a second at least, was " + interval);
        }
        otlp = otlp.endsWith("/") ? otlp.substring(0, otlp.length() - 1) : otlp;
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    boolean isSent() {
        return !otlp.isEmpty();
    }
}
