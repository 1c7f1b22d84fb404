package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command line within this process, which spares a command that only looks the start of a JVM. */
public final class Commands {

    private Commands() {}

    public static CommandLine line() {
        return Csa.commandLine();
    }

    /** What {@code csa verify} says with these options, after it ended with this status. */
    public static String verify(int status, String... options) {
        Said said =
                say(Stream.concat(Stream.of("verify"), Arrays.stream(options)).toList());
        assertThat(said.status()).as(said.output()).isEqualTo(status);
        return said.output();
    }

    /** A command's exit status, and all that it printed. */
    record Said(int status, String output) {}

    static Said say(List<String> command) {
        StringWriter output = new StringWriter();
        int status = line().setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(output, true))
                .execute(command.toArray(String[]::new));
        return new Said(status, output.toString());
    }
}
