package com.sessionanalyzer.standalone.split;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file, read as far as its rules are checked. */
record ComposeFile(Map<String, Object> content) {

    static ComposeFile read() {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return new ComposeFile(
                    new Yaml(new SafeConstructor(options)).load(Files.readString(Path.of("..", "docker-compose.yml"))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Map<String, Container> services() {
        Map<String, Container> services = new TreeMap<>();
        map(content.get("services"))
                .forEach((name, settings) -> services.put(name, new Container(name, map(settings))));
        return services;
    }

    Map<String, Object> section(String name) {
        return map(content.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    /** One service of the file. */
    record Container(String name, Map<String, Object> settings) {

        boolean isOurs() {
            return settings.containsKey("build");
        }

        String text(String key) {
            return String.valueOf(requireNonNull(settings.get(key), () -> name + " must say " + key));
        }

        List<?> list(String key) {
            return settings.get(key) instanceof List<?> list ? list : List.of();
        }

        Map<String, Object> map(String key) {
            return ComposeFile.map(settings.get(key));
        }
    }
}
