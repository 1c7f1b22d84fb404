package com.sessionanalyzer.standalone.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The metrics that {@code docs/metrics.md} names. */
public record MetricsPage(Set<String> names) {

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z_]+)` \\|", Pattern.MULTILINE);

    public static MetricsPage read() {
        try {
            return new MetricsPage(ROW.matcher(Files.readString(PAGE))
                    .results()
                    .map(row -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
