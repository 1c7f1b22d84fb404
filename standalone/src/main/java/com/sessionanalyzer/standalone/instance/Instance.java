package com.sessionanalyzer.standalone.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where a running instance can be reached and whose records it holds; it leaves this in its data directory, for its owner only. */
public record Instance(
        String url,
        String bootstrapServers,
        String jdbcUrl,
        String jdbcUser,
        String jdbcPassword,
        String organization,
        long pid) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Leaves the addresses in the directory. */
    public void publish(DataDirectory directory) {
        try {
            Path file = directory.instance();
            Path unfinished = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, ownerOnly(directory.home()));
            Files.writeString(unfinished, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether the process still runs. */
    public boolean isRunning() {
        return ProcessHandle.of(pid).isPresent();
    }

    /** The instance that left its addresses in the directory, whether or not it still runs. */
    public static Optional<Instance> find(DataDirectory directory) {
        try {
            return Files.exists(directory.instance())
                    ? Optional.of(JSON.readValue(Files.readString(directory.instance()), Instance.class))
                    : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Takes the addresses away, as nobody is there any more. */
    public static void withdraw(DataDirectory directory) {
        try {
            Files.deleteIfExists(directory.instance());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
