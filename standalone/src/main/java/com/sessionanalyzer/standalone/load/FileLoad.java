package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import picocli.CommandLine.Help.Ansi;

/** Sends files, and follows what becomes of them. */
final class FileLoad {

    private static final String STANDARD_INPUT = "-";

    private final Destination destination;
    private final LoadOptions options;
    private final Interruption interruption;
    private final Clock clock;
    private final PrintWriter err;
    private String url = "";

    FileLoad(Destination destination, LoadOptions options, Interruption interruption, Clock clock, PrintWriter err) {
        this.destination = destination;
        this.options = options;
        this.interruption = interruption;
        this.clock = clock;
        this.err = err;
    }

    /** Sends what is not sent yet of a file, or of standard input, which comes once. */
    Sent send(String file, Display display) {
        boolean isRepeatable = !file.equals(STANDARD_INPUT);
        Attempt attempt = new Attempt(options.restart);
        return patience(isRepeatable ? options.patience : 0).await(() -> {
            Target target = target();
            try (Content content = isRepeatable ? Content.ofFile(Path.of(file)) : standardInput()) {
                BulkFormat format = options.format == null ? content.format() : options.format;
                LoadName name = new LoadName(target.organization(), name(isRepeatable, content));
                return new Loading(target, content, format, name, interruption, display).run(attempt);
            } catch (IOException failed) {
                throw new PlainFailure("The file " + file + " cannot be read: " + failed.getMessage() + ".", failed);
            }
        });
    }

    private static Content standardInput() {
        return Content.ofStream(new FileInputStream(FileDescriptor.in));
    }

    /** Standard input without a name is not known again. */
    private String name(boolean isRepeatable, Content content) {
        if (options.name != null) {
            return options.name;
        }
        return isRepeatable ? content.label() : "standard input of " + clock.instant();
    }

    /** Waits until each record has its fate. */
    Settled follow(Sent sent) {
        Display display = display();
        return patience(options.patience).await(() -> new Following(target(), interruption, display).follow(sent));
    }

    private Target target() {
        Target target = destination.again();
        url = target.url();
        return target;
    }

    /** The address of the pages that show it; empty when not known. */
    String url() {
        return url;
    }

    private Patience patience(int seconds) {
        return new Patience(Duration.ofSeconds(seconds), interruption, options.quiet ? hint -> {} : err::println);
    }

    Display display() {
        Display.Manner manner = options.quiet
                ? Display.Manner.NOTHING
                : Ansi.AUTO.enabled() ? Display.Manner.BAR : Display.Manner.LINES;
        return new Display(err, manner, System::nanoTime);
    }
}
