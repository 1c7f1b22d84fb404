package com.sessionanalyzer.standalone.rebuild;

import com.sessionanalyzer.embedded.LoopbackPort;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import com.sessionanalyzer.standalone.start.Launch;
import com.sessionanalyzer.standalone.verify.CannotCompareException;
import com.sessionanalyzer.standalone.verify.CatchUp;
import com.sessionanalyzer.standalone.verify.CatchUp.Contained;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code csa rebuild}: everything that is derived from the log, made anew from it. */
@Command(
        name = "rebuild",
        description = {
            "Empties the rows in PostgreSQL and the aggregates in Kafka, and makes them anew from the log of records, which"
                    + " is not touched. Interrupted, it can be run again, or the next start goes on.",
            "Without addresses it does so for a stopped instance of a data directory. With them it only empties: stop the"
                    + " services first, and start them again afterwards."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:nothing was done, or it could not be finished; a sentence says why"})
public final class RebuildCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final double NANOS = 1e9;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data directory of the stopped instance (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(names = "--yes", description = "Does it without asking.")
    private boolean yes;

    @Mixin
    private Apart apart = new Apart();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (apart.isGiven() && !apart.isComplete()) {
            throw new ParameterException(
                    spec.commandLine(), "--bootstrap-servers and --jdbc-url belong together; give both, or none");
        }
        if (!yes && !isConfirmed()) {
            throw new PlainFailure("Nothing was done; --yes does it without asking.");
        }
        return apart.isGiven() ? emptyApart() : rebuild(new DataDirectory(data));
    }

    /** Without a console nobody can be asked, which is no. */
    private static boolean isConfirmed() {
        return Optional.ofNullable(System.console())
                .map(console -> console.readLine(
                        "This empties the rows and the aggregates, and makes them anew from the log. Go on? [y/N] "))
                .filter(answer -> answer.strip().toLowerCase(Locale.ROOT).matches("y|yes"))
                .isPresent();
    }

    private int emptyApart() {
        apart.empty();
        say("Emptied. Start the services again: they count and store anew, and csa verify tells when all is equal.");
        return DONE;
    }

    private int rebuild(DataDirectory directory) {
        if (!Files.isDirectory(directory.home())) {
            throw new PlainFailure("There is no data directory " + directory.home() + ".");
        }
        long begin = System.nanoTime();
        Launch launch =
                new Launch(directory, LoopbackPort.claim(0, "the rebuild"), new PrintWriter(Writer.nullWriter()));
        launch.startAfter((environment, isOurKafka) -> {
            new Emptying(directory).run(environment, isOurKafka);
            say("Emptied; counting and storing anew.");
        });
        try {
            Contained contained = new CatchUp(Instance.find(directory).orElseThrow(), this::say).await();
            return report(contained, (System.nanoTime() - begin) / NANOS);
        } catch (CannotCompareException stuck) {
            throw new PlainFailure(stuck.getMessage() + " The next start goes on.", stuck);
        }
    }

    private int report(Contained contained, double seconds) {
        say(String.format(
                Locale.ROOT,
                "Rebuilt in %.1f s: %d records counted, %d rows. csa verify compares them with the log.",
                seconds,
                contained.counted(),
                contained.rows()));
        return contained.counted() == contained.rows() ? DONE : FAILED;
    }

    private void say(String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
    }
}
