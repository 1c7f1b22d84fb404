package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.standalone.instance.DataDirectory;
import com.sessionanalyzer.standalone.instance.Instance;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code csa load}: streams files of records to an instance, through Kafka. */
@Command(
        name = "load",
        description =
                "Streams files of records to a running instance through Kafka, and says what became of each record.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every record is recorded, or is only sent with --no-wait",
            "1:it failed; run it again to go on",
            "2:the command is wrong",
            "3:every record is settled, and some were rejected",
            "130:it was interrupted; run it again to go on"
        },
        footer = {
            "",
            "Interrupted and run again, a load goes on where it was, without doubling: it knows a content by its name and its",
            "first bytes, and compares all that was sent with what is there now. A file may move, be packed, or have grown."
        })
public final class LoadCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int SOME_REJECTED = 3;
    private static final int INTERRUPTED = 130;
    private static final String STANDARD_INPUT = "-";
    private static final double MEGABYTE = 1e6;

    private final Clock clock;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of labelled text, JSON lines or CSV, also packed with gzip; - for standard input.")
    private List<String> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, ndjson or csv (default: as the name ends, or as the first line looks).")
    private @Nullable BulkFormat format;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call it (default: the file's name). Standard input can go on only with a name.")
    private @Nullable String name;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data directory of the running instance to load to (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka to load to, instead of the instance's.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of the Kafka clients, such as those of TLS and SASL.")
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--organization",
            paramLabel = "SLUG",
            description = "Whose records they are (default: that of the instance, or 'default').")
    private @Nullable String organization;

    @Option(names = "--restart", description = "Loads all of it once more, as other records than those loaded before.")
    private boolean restart;

    @Option(names = "--no-wait", description = "Ends when everything is sent, without waiting for what becomes of it.")
    private boolean noWait;

    @Option(names = "--quiet", description = "Says nothing while it works.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public LoadCommand() {
        this(Clock.systemUTC());
    }

    LoadCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (name != null && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--name is for one file, and there are " + files.size());
        }
        Target target = target();
        int status = DONE;
        try (Interruption interruption = new Interruption()) {
            for (String file : files) {
                int itsStatus = load(file, target, interruption);
                status = Math.max(status, itsStatus);
                if (itsStatus == INTERRUPTED) {
                    break;
                }
            }
        }
        return status;
    }

    private int load(String file, Target target, Interruption interruption) {
        Sent sent;
        Display sending = display();
        try (Content content = content(file)) {
            BulkFormat itsFormat = format == null ? content.format() : format;
            LoadName itsName = new LoadName(target.organization(), name(file, content));
            sent = new Loading(target, content, itsFormat, itsName, interruption, sending).run(restart);
        } catch (IOException failed) {
            throw new PlainFailure("The file " + file + " cannot be read: " + failed.getMessage() + ".", failed);
        }
        if (interruption.isRequested()) {
            say("Interrupted: " + sent.progress().records() + " records of "
                    + sent.name().name() + " are sent. Run it again to go on.");
            return INTERRUPTED;
        }
        report(sent, sending.seconds());
        return noWait || sent.progress().records() == 0 ? DONE : follow(sent, target, interruption);
    }

    private int follow(Sent sent, Target target, Interruption interruption) {
        Settled settled = new Following(target, interruption, display()).follow(sent);
        if (interruption.isRequested()) {
            say("Interrupted: all records are sent, and " + settled.received() + " of them settled.");
            return INTERRUPTED;
        }
        say(settled.received() + " records settled: " + settled.recorded() + " recorded, " + settled.replayed()
                + " replayed, " + settled.rejected() + " rejected.");
        settled.reasons().forEach((reason, count) -> say(count + " " + reason));
        if (settled.rejected() > 0) {
            say("They are at " + target.url() + "/rejects?delivery=" + sent.delivery());
        }
        return settled.rejected() > 0 && sent.isNews() ? SOME_REJECTED : DONE;
    }

    private void report(Sent sent, double seconds) {
        Progress progress = sent.progress();
        Progress already = sent.already();
        if (!sent.isNews()) {
            say(sent.name().name()
                    + (progress.records() == 0
                            ? " has no records."
                            : " is already loaded: " + progress.records() + " records."));
            return;
        }
        if (already.records() > 0) {
            say(already.records() + " records of " + sent.name().name() + " were sent before.");
        }
        long records = progress.records() - already.records();
        say(String.format(
                Locale.ROOT,
                "%d records of %s sent: %,.1f MB in %.1f s, %,.0f records/s.",
                records,
                sent.name().name(),
                (progress.bytes() - already.bytes()) / MEGABYTE,
                seconds,
                records / seconds));
    }

    private Content content(String file) {
        return file.equals(STANDARD_INPUT)
                ? Content.ofStream(new FileInputStream(FileDescriptor.in))
                : Content.ofFile(Path.of(file));
    }

    /** Standard input without a name is not known again. */
    private String name(String file, Content content) {
        if (name != null) {
            return name;
        }
        return file.equals(STANDARD_INPUT) ? "standard input of " + clock.instant() : content.label();
    }

    private Display display() {
        Display.Manner manner =
                quiet ? Display.Manner.NOTHING : Ansi.AUTO.enabled() ? Display.Manner.BAR : Display.Manner.LINES;
        return new Display(spec.commandLine().getErr(), manner, System::nanoTime);
    }

    private Target target() {
        Instance found = bootstrapServers != null ? null : instance();
        String slug = organization != null ? organization : found == null ? "default" : found.organization();
        try {
            return new Target(
                    found == null ? String.valueOf(bootstrapServers) : found.bootstrapServers(),
                    clientSettings(),
                    new OrganizationId(slug),
                    found == null ? "" : found.url());
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private Instance instance() {
        DataDirectory directory = new DataDirectory(data);
        return Instance.find(directory)
                .filter(Instance::isRunning)
                .orElseThrow(() -> new PlainFailure("No instance runs on " + directory.home()
                        + "; start one, name its directory with --data, or give --bootstrap-servers."));
    }

    private Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>();
        if (kafkaConfig != null) {
            Properties properties = new Properties();
            try (var reader = Files.newBufferedReader(kafkaConfig)) {
                properties.load(reader);
            } catch (IOException failed) {
                throw new PlainFailure(
                        "The file " + kafkaConfig + " cannot be read: " + failed.getMessage() + ".", failed);
            }
            properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        }
        return settings;
    }

    private void say(String sentence) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(sentence);
        out.flush();
    }
}
