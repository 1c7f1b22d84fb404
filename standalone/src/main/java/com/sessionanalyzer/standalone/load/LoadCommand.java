package com.sessionanalyzer.standalone.load;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
            "1:it failed, with a sentence that says why, as when Kafka does not answer; run it again to go on",
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

    private final Clock clock;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of labelled text, JSON lines or CSV, also packed with gzip; - for standard input.")
    private List<String> files = List.of();

    @Mixin
    private LoadOptions options = new LoadOptions();

    @Mixin
    private Destination destination = new Destination();

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
        requireSense();
        int status = DONE;
        try (Interruption interruption = new Interruption()) {
            FileLoad load = new FileLoad(
                    destination,
                    options,
                    interruption,
                    clock,
                    spec.commandLine().getErr());
            for (String file : files) {
                int itsStatus = load(file, load, interruption);
                status = Math.max(status, itsStatus);
                if (itsStatus == INTERRUPTED) {
                    break;
                }
            }
        }
        return status;
    }

    private void requireSense() {
        if (options.name != null && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--name is for one file, and there are " + files.size());
        }
        if (options.patience < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--patience must not be negative, was " + options.patience);
        }
        try {
            destination.find();
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private int load(String file, FileLoad load, Interruption interruption) {
        LoadReport report = new LoadReport(spec.commandLine().getOut());
        Display sending = load.display();
        Sent sent = load.send(file, sending);
        if (interruption.isRequested()) {
            report.interrupted(sent);
            return INTERRUPTED;
        }
        report.sent(sent, sending.seconds());
        if (options.noWait || sent.progress().records() == 0) {
            return DONE;
        }
        Settled settled = load.follow(sent);
        if (interruption.isRequested()) {
            report.interrupted(settled);
            return INTERRUPTED;
        }
        report.settled(settled, sent, load.url());
        return settled.rejected() > 0 && sent.isNews() ? SOME_REJECTED : DONE;
    }
}
