package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code csa generate}: made-up records whose totals are known beforehand. */
@Command(
        name = "generate",
        description =
                "Writes made-up records, for trying and measuring, and says on standard error what is to become of"
                        + " them: how many are to be recorded, and how many rejected for which reason.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        sortOptions = false,
        footer = {
            "",
            "The same options give the same bytes, on every machine. Only how --gzip packs them may differ.",
            "",
            "  csa generate --records 100000 --bad 0.02 --output records.ndjson",
            "  csa load records.ndjson"
        })
public final class GenerateCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";
    private static final int MILLION = 1_000_000;
    private static final int BUFFER = 1 << 16;
    private static final int KEPT_YEARS = 10;

    private final Clock clock;

    @Option(
            names = "--records",
            paramLabel = "N",
            required = true,
            description = "How many records, bad ones included.")
    private long records;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "2026",
            description = "What the records are made from.")
    private long seed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "ndjson",
            description = "text: labelled lines; ndjson: a JSON object on each line; csv: with a header line.")
    private BulkFormat format = BulkFormat.NDJSON;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = STANDARD_OUTPUT,
            description = "File to write, - for standard output.")
    private String output = STANDARD_OUTPUT;

    @Option(
            names = "--bad",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "Share of records to be rejected, from 0 to 1.")
    private BigDecimal bad = BigDecimal.ZERO;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "365",
            description = "Days over which the times of the records are spread.")
    private int days;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            defaultValue = "2026-01-01",
            description = "The day after the last of them, such as 2026-01-01, or 'today'.")
    private String until = "2026-01-01";

    @Option(names = "--gzip", description = "Packs what is written.")
    private boolean gzip;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public GenerateCommand() {
        this(Clock.systemUTC());
    }

    GenerateCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Recipe recipe = recipe();
        try {
            report(written(recipe));
            return 0;
        } catch (IOException failed) {
            throw new PlainFailure(
                    "The records cannot be written to " + output + ": " + failed.getMessage() + ".", failed);
        }
    }

    private Expected written(Recipe recipe) throws IOException {
        try (OutputStream out = packed(opened())) {
            return new Generator(recipe, format).write(out);
        }
    }

    private Recipe recipe() {
        require(records >= 0, "--records must not be negative, was " + records);
        require(
                bad.signum() >= 0 && bad.compareTo(BigDecimal.ONE) <= 0,
                "--bad must be a share from 0 to 1, was " + bad);
        require(days > 0, "--days must be at least 1, was " + days);
        LocalDate end = until.equals("today") ? LocalDate.now(clock) : date();
        LocalDate today = LocalDate.now(clock);
        require(
                !end.isAfter(today) && end.minusDays(days).isAfter(today.minusYears(KEPT_YEARS)),
                "--until and --days must be days of the last " + KEPT_YEARS
                        + " years, because other records would be rejected");
        return new Recipe(
                records, seed, bad.multiply(BigDecimal.valueOf(MILLION)).intValue(), end, days);
    }

    private LocalDate date() {
        try {
            return LocalDate.parse(until);
        } catch (DateTimeException none) {
            throw new ParameterException(
                    spec.commandLine(), "--until must be a date such as 2026-01-01, was '" + until + "'", none);
        }
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    private OutputStream opened() throws IOException {
        return output.equals(STANDARD_OUTPUT) ? new FileOutputStream(FileDescriptor.out) : new FileOutputStream(output);
    }

    private OutputStream packed(OutputStream out) throws IOException {
        return gzip ? new GZIPOutputStream(out, BUFFER) : out;
    }

    private void report(Expected expected) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(records + " records: " + expected.recorded() + " to be recorded, " + expected.rejected()
                + " to be rejected.");
        err.println("Of the recorded: " + expected.customers() + " customers, " + expected.sessions() + " sessions, "
                + expected.minutes() + " minutes.");
        expected.reasons().forEach((reason, count) -> err.println(count + " " + reason));
        err.flush();
    }
}
