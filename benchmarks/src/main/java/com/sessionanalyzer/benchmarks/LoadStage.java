package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.util.List;

/** Files by way of {@code csa load}. */
final class LoadStage implements Stage {

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String description() {
        return "csa load until the records are settled, and Kafka's own benchmark";
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        return new InstanceStage(setting.starter(), new CsaLoad(setting.csa()), name(), setting).run();
    }
}
