package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends a content with {@code csa load}, the start of its JVM included. */
record CsaLoad(List<String> csa) implements InstanceStage.Sender {

    @Override
    public void send(Instance instance, BulkFormat format, Path content, long records)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(csa);
        command.add("load");
        command.addAll(instance.loadOptions());
        command.addAll(List.of("--quiet", "--format", format.name().toLowerCase(Locale.ROOT), content.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("CSA_JAVA_HOME", System.getProperty("java.home"));
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IOException("csa load ended with " + exit);
        }
    }
}
