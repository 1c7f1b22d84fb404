package com.sessionanalyzer.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sessionanalyzer.embedded.EmbeddedStartException;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailuresTests {

    @TempDir
    Path home;

    @Test
    void repeatsASentenceThatIsPlainAlready() {
        assertThat(sentence(new IllegalStateException("context", new EmbeddedStartException("Port 1 is in use."))))
                .isEqualTo("Port 1 is in use.");
    }

    @Test
    void recognisesAFullDisk() {
        assertThat(sentence(new EmbeddedStartException("x", new IOException("write: No space left on device"))))
                .isEqualTo("The disk of the data directory " + home + " is full.");
    }

    @Test
    void namesTheFirstCauseAndTheLogOfAnythingElse() {
        assertThat(sentence(new IllegalStateException("context", new IllegalArgumentException("odd\nstack"))))
                .isEqualTo("It cannot start: odd. The log is " + home.resolve("logs/csa.log") + ".");
    }

    @Test
    void refusesDataDerivedFromAnotherCluster() {
        DataDirectory directory = new DataDirectory(home);
        ClusterGuard.check(directory, "first");
        ClusterGuard.check(directory, "first");

        assertThatExceptionOfType(PlainFailure.class)
                .isThrownBy(() -> ClusterGuard.check(directory, "second"))
                .withMessageContaining("another Kafka cluster");
    }

    private String sentence(Throwable failure) {
        return StartFailures.sentence(failure, new DataDirectory(home));
    }
}
