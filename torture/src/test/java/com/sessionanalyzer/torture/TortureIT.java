package com.sessionanalyzer.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each part is killed once while clients work: the broker together with analytics, then the other three. */
class TortureIT {

    private static final int SEED = 29;

    @TempDir
    Path directory;

    @Test
    void losesAndDoublesNothingWhateverIsKilled() throws IOException, InterruptedException {
        StringWriter printed = new StringWriter();
        Plan plan = Plan.of(5, SEED, EnumSet.allOf(Victim.class));

        Summary summary;
        try (RunLog log = new RunLog(directory.resolve("run.log"), new PrintWriter(printed))) {
            summary = new TortureRun(plan, SEED, log).run(directory.resolve("data"));
        }

        assertThat(summary.findings()).as(printed.toString()).isEmpty();
        assertThat(summary.isClean()).isTrue();
        assertThat(summary.kills()).isEqualTo(5);
        assertThat(summary.acknowledged()).isGreaterThan(100);
        assertThat(summary.insightsRead()).isPositive();
    }
}
