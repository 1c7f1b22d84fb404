package com.sessionanalyzer.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sessionanalyzer.testing.process.UnpackedProgram;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each stage once, with few records: whether it can be measured, not how fast it is. */
class StagesIT {

    static final List<Stage> STAGES = Stages.ALL;

    private static final List<String> QUICK = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dcsa.intake.publish-timeout=60s"); // a busy machine is no reason for 503

    @ParameterizedTest
    @FieldSource("STAGES")
    void measuresEachStage(Stage stage) throws IOException, InterruptedException {
        assumeThat(stage.isPossible()).as("what it measures with is here").isTrue();

        List<Measured> measured =
                stage.run(new Setting(2_000, 1, 0, Setting.Scope.WHOLE, QUICK, UnpackedProgram.product(QUICK)));

        assertThat(measured)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.median()).as(one.sentence()).isPositive());
    }
}
