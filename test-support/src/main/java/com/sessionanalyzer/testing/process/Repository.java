package com.sessionanalyzer.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The directory of all sources, found from whatever module a test runs in. */
public final class Repository {

    private static final Path ROOT = find(Path.of("").toAbsolutePath());

    private Repository() {}

    /** A file of the repository, by its path below the root. */
    public static Path file(String first, String... more) {
        return ROOT.resolve(Path.of(first, more));
    }

    /** The executable jar of a module, which the build has made before integration tests. */
    public static Path executableJar(String module) {
        Path target = file(module, "target");
        try (Stream<Path> built = Files.list(target)) {
            List<Path> jars =
                    built.filter(file -> file.toString().endsWith("-exec.jar")).toList();
            if (jars.size() != 1) {
                throw new IllegalStateException(
                        "there must be one executable jar in " + target + ", package the module first; found " + jars);
            }
            return jars.get(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path find(Path start) {
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isRegularFile(directory.resolve("docker-compose.yml"))) {
                return directory;
            }
        }
        throw new IllegalStateException("not below the repository: " + start);
    }
}
