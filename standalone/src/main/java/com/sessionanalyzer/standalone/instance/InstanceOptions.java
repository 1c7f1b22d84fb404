package com.sessionanalyzer.standalone.instance;

import com.sessionanalyzer.schema.OrganizationId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which instance a command is about, and whose records. */
public final class InstanceOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Data directory of the running instance (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka to use, instead of the instance's.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--organization",
            paramLabel = "SLUG",
            description = "Whose records they are (default: that of the instance, or 'default').")
    private @Nullable String organization;

    /** The Kafka that was named; null when it is the instance's. */
    public @Nullable String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * The organization that was named, or otherwise this one.
     *
     * @throws IllegalArgumentException when it is none
     */
    public OrganizationId organization(String otherwise) {
        return new OrganizationId(organization == null || organization.isEmpty() ? otherwise : organization);
    }

    /**
     * The instance that runs on the data directory at the moment.
     *
     * @param instead what else can be given, as in {@code --url and --jdbc-url}
     * @throws PlainFailure when none does
     */
    public Instance running(String instead) {
        DataDirectory directory = new DataDirectory(data);
        return Instance.find(directory)
                .filter(Instance::isRunning)
                .orElseThrow(() -> new PlainFailure("No instance runs on " + directory.home()
                        + "; start one, name its directory with --data, or give " + instead + "."));
    }
}
