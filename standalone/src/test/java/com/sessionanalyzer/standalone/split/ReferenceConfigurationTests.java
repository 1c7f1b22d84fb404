package com.sessionanalyzer.standalone.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class ReferenceConfigurationTests {

    private static final Path DIRECTORY = Path.of("..", "docs", "reference");

    @ParameterizedTest
    @CsvSource({
        "ingest-service, csa.topics|csa.telemetry|csa.organization|csa.security|csa.intake|csa.ingest|csa.submissions",
        "analytics-service, csa.topics|csa.telemetry|csa.analytics",
        "query-service, csa.topics|csa.telemetry|csa.organization|csa.security|csa.intake|csa.query"
    })
    void namesEverySettingOfAServiceWithItsDefault(String service, String prefixes) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        DeclaredSettings.all().forEach((setting, value) -> {
            if (List.of(prefixes.split("\\|")).stream().anyMatch(prefix -> setting.startsWith(prefix + "."))) {
                expected.put(setting, value);
            }
        });
        expected.putAll(settings(new ClassPathResource(service + ".yml")));

        assertThat(settings(new FileSystemResource(DIRECTORY.resolve(service + "-full.yml"))))
                .containsExactlyInAnyOrderEntriesOf(expected);
    }

    @ParameterizedTest
    @CsvSource({"ingest-service", "analytics-service", "query-service"})
    void saysNoMoreThanIsNeededInTheShortOne(String service) throws IOException {
        assertThat(settings(new FileSystemResource(DIRECTORY.resolve(service + "-minimal.yml"))))
                .containsKey("spring.kafka.bootstrap-servers")
                .hasSizeLessThan(5);
    }

    private static Map<String, String> settings(Resource file) throws IOException {
        MutablePropertySources sources = new MutablePropertySources();
        new YamlPropertySourceLoader().load("file", file).forEach(sources::addLast);
        PropertySourcesPropertyResolver resolver = new PropertySourcesPropertyResolver(sources);
        Map<String, String> settings = new TreeMap<>();
        for (PropertySource<?> source : sources) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                settings.put(name, resolver.getRequiredProperty(name));
            }
        }
        return settings;
    }
}
