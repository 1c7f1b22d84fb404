package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scripts/bench}: measures one stage, prints what came out and keeps it as JSON. */
@Command(
        name = "bench",
        description = "Measures how many records a second the product takes.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class Bench implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "STAGE",
            defaultValue = "parse",
            description = {
                "parse: reading in memory, in records per second of a core",
                "bulk: posts until the broker has the records, and Kafka's own benchmark",
                "load: csa load until the records are settled, and Kafka's own benchmark"
            })
    private Stage stage = Stage.PARSE;

    @Option(names = "--records", paramLabel = "N", defaultValue = "500000", description = "In each repeat.")
    private long records;

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
            description = "ingest: the ingest service alone beside a broker; whole: the product in one process.")
    private Scope scope = Scope.INGEST;

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

    /** What can be measured. */
    enum Stage {
        PARSE,
        BULK,
        LOAD
    }

    /** Of what it is measured. */
    enum Scope {
        INGEST,
        WHOLE
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean isParsing = stage == Stage.PARSE;
        List<Rates> rates = isParsing
                ? new ParseStage().run(records, repeats)
                : instanceStage().run();
        rates.forEach(rate -> System.out.println(rate.sentence()));
        String name = isParsing ? stage.name() : stage + "-" + scope;
        Path file = new Results(results).write(name.toLowerCase(Locale.ROOT), records, rates);
        System.out.println("Kept in " + file);
        return 0;
    }

    private InstanceStage instanceStage() {
        InstanceStage.Sender sender = stage == Stage.BULK ? new BulkPost() : new CsaLoad(csa);
        List<String> options = List.of(javaOptions.strip().split("\\s+"));
        InstanceStage.Starter starter =
                scope == Scope.INGEST ? () -> StartedIngest.start(options) : () -> StartedCsa.start(csa);
        return new InstanceStage(starter, sender, stage + " " + scope, records, warmUps, repeats);
    }
}
