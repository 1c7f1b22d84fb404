package com.sessionanalyzer.standalone.start;

import com.sessionanalyzer.standalone.instance.DataDirectory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code csa start}: everything in this process, until Ctrl-C. */
@Command(
        name = "start",
        description =
                "Starts everything in one process: Kafka, PostgreSQL, the services and the pages. Ctrl-C stops it.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false,
        footer = {
            "",
            "The pages, Kafka and PostgreSQL listen on 127.0.0.1 only, because there is no sign-in yet.",
            "Kafka and PostgreSQL are not started when settings name other ones, as the environment variables",
            "SPRING_KAFKA_BOOTSTRAP_SERVERS and SPRING_DATASOURCE_URL (with _USERNAME and _PASSWORD) do."
        })
public final class StartCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:PORT:-5007}",
            description = "Port of the pages and the API; the environment variable PORT sets it too.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Directory in which everything is kept; the next start finds it there.")
    private Path data = Path.of("data");

    @Option(
            names = "--fresh",
            description =
                    "Starts empty: deletes what the broker, the streams and the database keep in the data directory.")
    private boolean fresh;

    @Option(
            names = "--demo",
            description = "Generates a year of plausible records at the first start, then a record every two seconds.")
    private boolean demo;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "2026",
            description = "What the demo's records are made from: the same number gives the same records.")
    private long seed;

    @Option(names = "--rehearsal", hidden = true)
    private boolean rehearsal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (rehearsal) {
            return new Rehearsal(new DataDirectory(data)).run();
        }
        if (port < 1 || port > MAX_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must be in 1..65535, was " + port);
        }
        Launch launch =
                new Launch(new DataDirectory(data), port, spec.commandLine().getOut());
        launch.start(fresh);
        if (demo) {
            launch.demonstrate(seed);
        }
        return launch.untilStopped();
    }
}
