package com.sessionanalyzer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.analytics.AnalyticsProperties;
import com.sessionanalyzer.ingest.BulkProperties;
import com.sessionanalyzer.ingest.IngestProperties;
import com.sessionanalyzer.ingest.SubmissionProperties;
import com.sessionanalyzer.intake.IntakeProperties;
import com.sessionanalyzer.observe.TelemetryProperties;
import com.sessionanalyzer.query.QueryProperties;
import com.sessionanalyzer.security.ExposureProperties;
import com.sessionanalyzer.security.OrganizationProperties;
import com.sessionanalyzer.standalone.start.DataProperties;
import com.sessionanalyzer.standalone.start.MemoryProperties;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.annotation.AnnotationUtils;

class ConfigurationPageTests {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(csa\\.[a-z.-]+)` \\| `([^`]*)` \\| .+ \\|$");

    @Test
    void namesEverySettingWithItsDefaultAndNoOther() throws IOException {
        assertThat(described()).containsExactlyInAnyOrderElementsOf(declared());
    }

    private static List<String> described() throws IOException {
        try (Stream<String> lines = Files.lines(PAGE)) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.matches() && !row.group(1).startsWith("csa.topics."))
                    .map(row -> row.group(1) + " = " + row.group(2))
                    .toList();
        }
    }

    private static List<String> declared() {
        return Stream.of(
                        TelemetryProperties.class,
                        OrganizationProperties.class,
                        ExposureProperties.class,
                        IngestProperties.class,
                        SubmissionProperties.class,
                        BulkProperties.class,
                        IntakeProperties.class,
                        AnalyticsProperties.class,
                        QueryProperties.class,
                        DataProperties.class,
                        MemoryProperties.class)
                .flatMap(ConfigurationPageTests::declared)
                .toList();
    }

    private static Stream<String> declared(Class<?> properties) {
        String prefix = properties.getAnnotation(ConfigurationProperties.class).value();
        return Stream.of(properties.getDeclaredConstructors()[0].getParameters())
                .map(parameter -> prefix + "." + kebab(parameter.getName()) + " = " + defaultOf(parameter));
    }

    private static String defaultOf(Parameter parameter) {
        DefaultValue value = AnnotationUtils.getAnnotation(parameter, DefaultValue.class);
        return value == null ? "" : String.join(",", value.value());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
