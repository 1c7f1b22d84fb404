package com.sessionanalyzer.standalone.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.standalone.generate.GenerateCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Files as {@code csa generate} writes them. */
final class Generated {

    private Generated() {}

    /** A content of so many records, of which a tenth is bad. */
    static byte[] content(BulkFormat format, int records) {
        try {
            Path file = Files.createTempFile("generated", ".records");
            write(file, "--format", format.name(), "--records", "" + records, "--bad", "0.1");
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            return content;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Writes a file, and answers what the command says about it. */
    static String write(Path file, String... options) {
        StringWriter said = new StringWriter();
        CommandLine generate = new CommandLine(new GenerateCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setErr(new PrintWriter(said, true));
        String[] arguments = Stream.concat(Stream.of(options), Stream.of("--output", file.toString()))
                .toArray(String[]::new);
        assertThat(generate.execute(arguments)).as(said.toString()).isZero();
        return said.toString();
    }
}
