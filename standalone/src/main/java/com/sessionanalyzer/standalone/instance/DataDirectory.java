package com.sessionanalyzer.standalone.instance;

import com.sessionanalyzer.embedded.Directories;
import com.sessionanalyzer.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where an instance keeps everything: the broker's log, local state and the database belong together, and are emptied
 * together only.
 */
public record DataDirectory(Path home) {

    private static final String LOCK = "lock";
    private static final long SPACE_NEEDED = 512L << 20;
    private static final int MEGABYTE_SHIFT = 20;

    public DataDirectory {
        home = home.toAbsolutePath().normalize();
    }

    public Path kafka() {
        return home.resolve("kafka");
    }

    public Path postgres() {
        return home.resolve("postgres");
    }

    public Path streams() {
        return home.resolve("streams");
    }

    public Path intake() {
        return home.resolve("intake");
    }

    public Path query() {
        return home.resolve("query");
    }

    /** The identity of the broker whose data everything else is derived from. */
    public Path cluster() {
        return home.resolve("cluster");
    }

    public Path demo() {
        return home.resolve("demo.json");
    }

    public Path log() {
        return home.resolve("logs").resolve("csa.log");
    }

    Path instance() {
        return home.resolve("instance.json");
    }

    Path lock() {
        return home.resolve(LOCK);
    }

    /** Makes the directory when it is missing, checks that it is ours and has space, and takes it for this process. */
    public InstanceLock claim() {
        try {
            requireOurs();
            Files.createDirectories(home);
            InstanceLock lock = InstanceLock.take(this);
            requireSpace();
            return lock;
        } catch (IOException failed) {
            throw new PlainFailure("The data directory " + home + " cannot be used: " + reason(failed) + ".", failed);
        }
    }

    /** Empties broker, local state, database and demo progress together; only whoever holds the lock may. */
    public void empty() {
        EmbeddedDatabase.stopOrphan(postgres());
        try {
            for (Path part :
                    List.of(kafka(), streams(), intake(), query(), postgres(), cluster(), demo(), instance())) {
                Directories.delete(part);
            }
        } catch (IOException failed) {
            throw new PlainFailure(
                    "The data directory " + home + " cannot be emptied: " + reason(failed) + ".", failed);
        }
    }

    private void requireOurs() throws IOException {
        if (Files.exists(home) && !Files.isDirectory(home)) {
            throw new PlainFailure("The data directory " + home + " is a file.");
        }
        if (Files.exists(home) && !Files.exists(lock()) && !isEmpty()) {
            throw new PlainFailure("The data directory " + home
                    + " holds files that are not ours; choose an empty or a new one with --data.");
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.findAny().isEmpty();
        }
    }

    private void requireSpace() throws IOException {
        long usable = Files.getFileStore(home).getUsableSpace();
        if (usable < SPACE_NEEDED) {
            throw new PlainFailure("The disk of the data directory " + home + " is full: "
                    + (usable >> MEGABYTE_SHIFT) + " MB are free, " + (SPACE_NEEDED >> MEGABYTE_SHIFT)
                    + " MB are needed to start.");
        }
    }

    /** The messages of file system exceptions are often a path alone. */
    private static String reason(IOException failed) {
        String kind = failed.getClass().getSimpleName().replace("Exception", "");
        return kind + " (" + failed.getMessage() + ")";
    }
}
