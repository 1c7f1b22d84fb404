package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.List;

/** Posts in bulk, acknowledged. */
final class BulkStage implements Stage {

    @Override
    public String name() {
        return "bulk";
    }

    @Override
    public String description() {
        return "a post until the broker has its records, and Kafka's own benchmark";
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        return new InstanceStage(setting.starter(), new BulkPost(), name(), setting).run();
    }
}
