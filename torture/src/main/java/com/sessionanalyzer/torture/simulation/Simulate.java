package com.sessionanalyzer.torture.simulation;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/simulate}: runs many seeds, and prints each at which something is wrong. */
@Command(
        name = "simulate",
        description =
                "Runs topology, cube and projection on one thread over simulated logs, cut, crashed and re-ordered.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is wrong", "1:something is"})
public final class Simulate implements Callable<Integer> {

    private static final int SHOWN = 5;
    private static final int NEWS = 5_000;

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "1000", description = "How many runs.")
    private int seeds;

    @Option(names = "--from", paramLabel = "S", defaultValue = "0", description = "The first seed.")
    private long from;

    @Option(
            names = "--fault",
            defaultValue = "NONE",
            description = "Make this go wrong, to see it found: ${COMPLETION-CANDIDATES}.")
    private Fault fault = Fault.NONE;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Simulate()).execute(arguments));
    }

    @Override
    public Integer call() {
        long begin = System.nanoTime();
        int wrong = 0;
        for (int run = 1; run <= seeds; run++) {
            List<String> findings = new Simulation(from + run - 1, fault).run();
            if (!findings.isEmpty() && ++wrong <= SHOWN) {
                System.out.println("seed " + (from + run - 1) + ": " + findings);
            }
            if (run % NEWS == 0 || run == seeds) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                System.out.printf(
                        Locale.ROOT, "%d seeds, %d wrong, %.0f s, %.0f seeds/s%n", run, wrong, seconds, run / seconds);
            }
        }
        return wrong == 0 ? 0 : 1;
    }
}
