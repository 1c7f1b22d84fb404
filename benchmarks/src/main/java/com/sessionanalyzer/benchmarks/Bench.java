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
                "bulk: posts to a started instance until the broker has them, and Kafka's own benchmark",
                "load: csa load to a started instance until the records are settled, and Kafka's own benchmark"
            })
    private Stage stage = Stage.PARSE;

    @Option(names = "--records", paramLabel = "N", defaultValue = "500000", description = "In each repeat.")
    private long records;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "5", description = "After one that does not count.")
    private int repeats;

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

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Rates> rates = stage == Stage.PARSE
                ? new ParseStage().run(records, repeats)
                : new InstanceStage(csa, records, repeats).run(stage);
        rates.forEach(rate -> System.out.println(rate.sentence()));
        Path file = new Results(results).write(stage.name().toLowerCase(Locale.ROOT), records, rates);
        System.out.println("Kept in " + file);
        return 0;
    }
}
