package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.standalone.instance.Instance;
import com.sessionanalyzer.standalone.instance.InstanceOptions;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code csa verify}: is everything that is shown what the log of records says? */
@Command(
        name = "verify",
        description =
                "Reads the log of records from its start, recomputes every insight on its own, and compares them with"
                        + " /api/insights and with the rows in PostgreSQL; then balances the books: what came in, what is"
                        + " in the log, in the cube and in PostgreSQL, per channel.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is equal", "1:something is not equal", "2:it, or a part of it, could not be compared"})
public final class VerifyCommand implements Callable<Integer> {

    private static final int EQUAL = 0;
    private static final int DIFFERENT = 1;
    private static final int NOT_COMPARED = 2;

    @Mixin
    private InstanceOptions options = new InstanceOptions();

    @Option(names = "--url", paramLabel = "URL", description = "Address of the API, instead of the instance's.")
    private @Nullable String url;

    @Option(
            names = "--jdbc-url",
            paramLabel = "URL",
            description = "Database to read the rows from, instead of the instance's.")
    private @Nullable String jdbcUrl;

    @Option(names = "--jdbc-user", paramLabel = "NAME", description = "Who reads the rows.")
    private @Nullable String jdbcUser;

    @Option(
            names = "--jdbc-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:CSA_JDBC_PASSWORD}",
            description = "The reader's password; better set in the environment variable CSA_JDBC_PASSWORD.")
    private @Nullable String jdbcPassword;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where log and rows are kept while they are compared, about 750 bytes of disk for a record."
                    + " Default: ${DEFAULT-VALUE}")
    private Path scratch = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Verification verification = new Verification(addresses(), scratch, out::println);
            return report(verification.run(), out);
        } catch (CannotCompareException | PlainFailure | IllegalArgumentException explained) {
            spec.commandLine().getErr().println("Nothing was compared. " + explained.getMessage());
        } catch (KafkaException failed) {
            spec.commandLine().getErr().println("Nothing was compared. Kafka cannot be read: " + failed.getMessage());
        }
        return NOT_COMPARED;
    }

    private static int report(Differences differences, PrintWriter out) {
        differences.sentences().forEach(out::println);
        differences.notCompared().forEach(left -> out.println("Not compared: " + left));
        boolean whole = differences.notCompared().isEmpty();
        if (differences.isEmpty()) {
            out.println(whole ? "All equal." : "All that was compared is equal.");
            return whole ? EQUAL : NOT_COMPARED;
        }
        out.println(differences.count() + " differences.");
        return DIFFERENT;
    }

    private Addresses addresses() {
        String bootstrapServers = options.bootstrapServers();
        if (url != null && bootstrapServers != null && jdbcUrl != null) {
            return new Addresses(
                    url,
                    bootstrapServers,
                    jdbcUrl,
                    or(jdbcUser, ""),
                    or(jdbcPassword, ""),
                    options.organization("default"));
        }
        Instance found = options.running("--url, --bootstrap-servers and --jdbc-url");
        return new Addresses(
                or(url, found.url()),
                or(bootstrapServers, found.bootstrapServers()),
                or(jdbcUrl, found.jdbcUrl()),
                or(jdbcUser, found.jdbcUser()),
                or(jdbcPassword, found.jdbcPassword()),
                options.organization(found.organization()));
    }

    private static String or(@Nullable String given, String otherwise) {
        return given == null || given.isEmpty() ? otherwise : given;
    }
}
