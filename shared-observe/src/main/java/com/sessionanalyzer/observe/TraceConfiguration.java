package com.sessionanalyzer.observe;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Traces, when somebody takes them. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    Traces traces(TelemetryProperties properties, ObjectProvider<SpanExporter> exporters, Environment environment) {
        if (!properties.isSent()
                && !properties.traceIds()
                && exporters.stream().findAny().isEmpty()) {
            return Traces.NONE;
        }
        SdkTracerProviderBuilder provider = SdkTracerProvider.builder()
                .setResource(Resource.builder()
                        .put(
                                AttributeKey.stringKey("service.name"),
                                environment.getProperty("spring.application.name", "csa"))
                        .build())
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.sampling())));
        exporters
                .orderedStream()
                .forEach(exporter -> provider.addSpanProcessor(
                        BatchSpanProcessor.builder(exporter).build()));
        if (properties.isSent()) {
            provider.addSpanProcessor(
                    BatchSpanProcessor.builder(collector(properties)).build());
        }
        return new OtelTraces(provider.build());
    }

    private static SpanExporter collector(TelemetryProperties properties) {
        return OtlpHttpSpanExporter.builder()
                .setEndpoint(properties.otlp() + "/v1/traces")
                .build();
    }
}
