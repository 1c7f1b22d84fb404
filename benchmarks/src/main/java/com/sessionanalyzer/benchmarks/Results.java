package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was measured, and on what. */
record Results(Path directory) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Writes the result of a stage in place of that before. */
    Path write(String stage, Setting setting, List<Measured> values) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("stage", stage);
        result.put("of", setting.scope().name().toLowerCase(Locale.ROOT));
        result.put("commit", System.getProperty("bench.commit", "unknown"));
        result.put("records", setting.records());
        result.put("processors", Runtime.getRuntime().availableProcessors());
        result.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        result.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        result.put("measured", values.stream().map(Measured::toMap).toList());
        Files.createDirectories(directory);
        String name = stage + (setting.scope() == Setting.Scope.WHOLE ? "-whole" : "");
        return Files.writeString(
                directory.resolve(name + "-java" + Runtime.version().feature() + ".json"),
                JSON.writeValueAsString(result) + '\n');
    }
}
