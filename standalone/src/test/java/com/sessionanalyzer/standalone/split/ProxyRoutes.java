package com.sessionanalyzer.standalone.split;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The routes of the proxy in front of the services, as its own configuration says. */
record ProxyRoutes(List<String> ingest, List<String> operators) {

    static final Path FILE = Path.of("..", "deploy", "proxy", "Caddyfile");

    enum Service {
        INGEST,
        QUERY,
        NONE
    }

    static ProxyRoutes read() {
        try {
            String configuration = Files.readString(FILE);
            return new ProxyRoutes(matcher(configuration, "ingest"), matcher(configuration, "operators"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> matcher(String configuration, String name) {
        List<MatchResult> found = Pattern.compile("(?m)^\\s*@" + name + " path (.+)$")
                .matcher(configuration)
                .results()
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(FILE + " must have one list of paths called @" + name);
        }
        return List.of(found.get(0).group(1).strip().split(" +"));
    }

    Service of(String path) {
        if (isIn(operators, path)) {
            return Service.NONE;
        }
        return isIn(ingest, path) ? Service.INGEST : Service.QUERY;
    }

    private static boolean isIn(List<String> patterns, String path) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                        : path.equals(pattern));
    }
}
