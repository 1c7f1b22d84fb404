package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scripts/bench}: measures one stage, prints what came out and keeps it as JSON. */
@Command(
        name = "bench",
        description = "Measures what the product does, beside what people would use instead.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Bench implements Callable<Integer> {

    /** Clients drop a connection before the product does, which closes it after 20 seconds: a post on it would be lost. */
    private static final String IDLE_SECONDS = "10";

    @Parameters(
            arity = "0..1",
            paramLabel = "STAGE",
            defaultValue = "parse",
            completionCandidates = Names.class,
            description = "One of ${COMPLETION-CANDIDATES}; see docs/benchmarks.md for what each is.")
    private String stage = "";

    @Option(names = "--records", paramLabel = "N", description = "In each repeat; each stage has a usual number.")
    private @Nullable Long records;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "5", description = "How often it is measured.")
    private int repeats;

    @Option(
            names = "--warm-ups",
            paramLabel = "N",
            defaultValue = "4",
            description = "Repeats before them that do not count, for an instance.")
    private int warmUps;

    @Option(
            names = "--of",
            paramLabel = "WHAT",
            defaultValue = "ingest",
            description = "ingest: the ingest service alone beside a broker; whole: the product in one process.")
    private Setting.Scope scope = Setting.Scope.INGEST;

    @Option(
            names = "--java-options",
            paramLabel = "OPTIONS",
            defaultValue = "-Xmx1g -XX:+UseParallelGC",
            description = "Of the JVM of the ingest service.")
    private String javaOptions = "";

    @Option(names = "--csa", paramLabel = "FILE", defaultValue = "./csa", description = "The command to measure.")
    private Path csa = Path.of("csa");

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "docs/benchmarks",
            description = "Directory of the results.")
    private Path results = Path.of("docs");

    /** The names of the stages. */
    static final class Names extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        Names() {
            super(Stages.ALL.stream().map(Stage::name).toList());
        }
    }

    public static void main(String[] arguments) {
        System.setProperty("jdk.httpclient.keepalive.timeout", IDLE_SECONDS);
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Stage measured = Stages.named(stage);
        if (!measured.isPossible()) {
            System.err.println("What " + stage + " measures with is not on this machine; see docs/benchmarks.md.");
            return 1;
        }
        Setting setting = new Setting(
                records == null ? measured.usualRecords() : records,
                repeats,
                warmUps,
                scope,
                List.of(javaOptions.strip().split("\\s+")),
                Setting.csa(csa));
        List<Measured> values = measured.run(setting);
        values.forEach(value -> System.out.println(value.sentence()));
        System.out.println("Kept in " + new Results(results).write(measured.name(), setting, values));
        return 0;
    }
}
