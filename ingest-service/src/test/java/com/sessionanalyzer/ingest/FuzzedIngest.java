package com.sessionanalyzer.ingest;

import com.sessionanalyzer.intake.MemoryLog;
import com.sessionanalyzer.testing.TestKafka;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service that is sent bodies, on a broker or, for as many as a broker would need hours for, in memory. */
record FuzzedIngest(String url, Runnable forgetting, Runnable stopping) implements AutoCloseable {

    static FuzzedIngest start() {
        return System.getProperty("fuzz.log", "kafka").equals("memory") ? inMemory() : onBroker();
    }

    private static FuzzedIngest onBroker() {
        RunningIngest ingest = new RunningIngest(TestKafka.bootstrapServers(), "fuzz-it");
        return new FuzzedIngest(ingest.url(), () -> {}, ingest::close);
    }

    private static FuzzedIngest inMemory() {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(MemoryIngest.class)
                .properties("spring.config.name=ingest-service")
                .run("--server.port=0");
        String port = String.valueOf(context.getEnvironment().getProperty("local.server.port"));
        return new FuzzedIngest("http://127.0.0.1:" + port, context.getBean(MemoryLog.class)::clear, context::close);
    }

    /** Lets go of what was recorded, where that is in memory. */
    void forget() {
        forgetting.run();
    }

    @Override
    public void close() {
        stopping.run();
    }
}
