package com.sessionanalyzer.testing;

import com.sessionanalyzer.testing.process.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The container engine of this machine, and the images that run in it: those of {@code docker-compose.yml}. */
final class ContainerEngine {

    private static final Path SOCKET = Path.of("/var/run/docker.sock");

    private ContainerEngine() {}

    /** Whether one answers; none is asked where there is no address of one. */
    static boolean isPresent() {
        boolean isKnown = System.getenv("DOCKER_HOST") != null || Files.exists(SOCKET);
        return isKnown && DockerClientFactory.instance().isDockerAvailable();
    }

    /** The image of this name with its tag, as the compose file has it. */
    static DockerImageName image(String name) {
        List<String> found = Pattern.compile("(?m)^\\s*image:\\s*(" + Pattern.quote(name) + ":\\S+)\\s*$")
                .matcher(composeFile())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("docker-compose.yml must name one image " + name + ", has " + found);
        }
        return DockerImageName.parse(found.get(0));
    }

    private static String composeFile() {
        try {
            return Files.readString(Repository.file("docker-compose.yml"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
