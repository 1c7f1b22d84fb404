package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.session.BulkFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to load. */
final class LoadOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, ndjson or csv (default: as the name ends, or as the first line looks).")
    @Nullable
    BulkFormat format;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call it (default: the file's name). Standard input can go on only with a name.")
    @Nullable
    String name;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "How long to try again when Kafka does not answer (default: ${DEFAULT-VALUE}).")
    int patience;

    @Option(names = "--restart", description = "Loads all of it once more, as other records than those loaded before.")
    boolean restart;

    @Option(names = "--no-wait", description = "Ends when everything is sent, without waiting for what becomes of it.")
    boolean noWait;

    @Option(names = "--quiet", description = "Says nothing while it works.")
    boolean quiet;
}
