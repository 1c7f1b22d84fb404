package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.embedded.LoopbackPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CsaTests {

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({
        "start, --port",
        "start, --data",
        "start, --fresh",
        "start, --demo",
        "start, --seed",
        "verify, --url",
        "load, --restart",
        "generate, --bad"
    })
    void explainsEveryOption(String command, String option) {
        assertThat(run(command, "--help")).isZero();

        assertThat(out.toString()).contains(option);
    }

    @Test
    void namesItsCommands() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).contains("start", "load", "generate", "verify");
    }

    @Test
    void saysInOneSentenceThatThePortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int status = run("start", "--port", "" + taken.getLocalPort(), "--data", directory.toString());

            assertThat(status).isEqualTo(1);
            assertThat(err)
                    .hasToString("Port " + taken.getLocalPort()
                            + " for the pages is already in use on 127.0.0.1; choose another one with --port."
                            + System.lineSeparator());
        }
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThat(run("start", "--port", "99999")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly("--port must be in 1..65535, was 99999", "See csa start --help.");
    }

    @Test
    void saysWhyADirectoryCannotBeUsed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(run(
                        "start",
                        "--port",
                        "" + LoopbackPort.claim(0, "a test"),
                        "--data",
                        file.resolve("below").toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("The data directory " + file.resolve("below") + " cannot be used: ");
    }

    @Test
    void cannotVerifyWhatDoesNotRun() {
        assertThat(run("verify", "--data", directory.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("No instance runs on " + directory);
    }

    @Test
    void cannotLoadIntoWhatDoesNotRun() {
        assertThat(run("load", "--data", directory.toString(), "records.csv")).isEqualTo(1);

        assertThat(err.toString()).contains("No instance runs on " + directory);
    }

    @Test
    void generatesOnlyWhatCanBeRecordedToday() {
        assertThat(run("generate", "--records", "1", "--until", "2999-01-01")).isEqualTo(2);

        assertThat(err.toString()).contains("--until and --days must be days of the last 10 years");
    }

    private int run(String... arguments) {
        CommandLine csa = Csa.commandLine();
        return csa.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
