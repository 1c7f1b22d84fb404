package com.sessionanalyzer.torture;

import com.sessionanalyzer.embedded.Directories;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code scripts/torture}: kills the parts of the product while it works, and says what was lost and what doubled. */
@Command(
        name = "torture",
        description =
                "Starts the services, a broker and a database, lets clients work, kills processes at random moments,"
                        + " and checks after each round that everything acknowledged is there exactly once.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is lost, doubled or otherwise wrong", "1:something is"})
public final class Torture implements Callable<Integer> {

    @Option(names = "--kills", paramLabel = "N", defaultValue = "5", description = "How many processes are killed.")
    private int kills;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of all that is random: the same seed kills the same, as far as timing allows.")
    private long seed;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            split = ",",
            description = "Kill only these: ${COMPLETION-CANDIDATES}.")
    private List<Victim> victims = List.of(Victim.values());

    @Option(names = "--restart", description = "Instead, measure restarts with many records.")
    private boolean restart;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "For --restart (default: ${DEFAULT-VALUE}).")
    private int records;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "torture/target/runs",
            description = "Where log and summary are kept (default: ${DEFAULT-VALUE}).")
    private Path results = Path.of("runs");

    @Option(names = "--keep", description = "Keep the data and the logs of all processes even if nothing is wrong.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Torture())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, Charset.defaultCharset())
                : spec.commandLine().getOut();
        String name = restart ? "restart-" + records : "kills-" + kills + "-seed-" + seed;
        Path home = Files.createDirectories(results.toAbsolutePath());
        Path data = Files.createTempDirectory("csa-torture");
        boolean clean = false;
        try (RunLog log = new RunLog(home.resolve(name + ".log"), out)) {
            log.say("data in " + data);
            clean = restart ? restart(data, home, name, log) : torture(data, home, name, log);
        } finally {
            if (clean && !keep) {
                Directories.delete(data);
            }
        }
        return clean ? 0 : 1;
    }

    private boolean torture(Path data, Path home, String name, RunLog log) throws IOException, InterruptedException {
        Plan plan = Plan.of(kills, seed, set(victims));
        Summary summary = new TortureRun(plan, seed, log).run(data);
        summary.sentences().forEach(log::say);
        write(home.resolve(name + ".json"), summary);
        return summary.isClean();
    }

    private boolean restart(Path data, Path home, String name, RunLog log) throws IOException, InterruptedException {
        RestartRun.Times times = new RestartRun(records, seed, log).run(data);
        write(home.resolve(name + ".json"), times);
        return true;
    }

    private static Set<Victim> set(List<Victim> victims) {
        return victims.isEmpty() ? EnumSet.allOf(Victim.class) : EnumSet.copyOf(victims);
    }

    private static void write(Path file, Object summary) throws IOException {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, json.writeValueAsString(summary) + "\n");
    }
}
