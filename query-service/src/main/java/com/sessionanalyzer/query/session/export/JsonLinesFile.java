package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.session.rows.SessionView;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object per line with the values as the API answers them; times are UTC. */
final class JsonLinesFile implements RowFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Writer out;
    private final ExportAbout about;
    private final ExportOptions options;

    JsonLinesFile(Writer out, ExportAbout about, ExportOptions options) {
        this.out = out;
        this.about = about;
        this.options = options;
    }

    @Override
    public void begin() throws IOException {
        if (options.about()) {
            line(Map.of("about", about.facts()));
        }
    }

    @Override
    public void add(SessionView record) throws IOException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        about.columns().forEach(column -> values.put(column.code(), column.of(record)));
        line(values);
    }

    @Override
    public void end(long records) throws IOException {
        if (options.about()) {
            line(Map.of("end", Map.of("records", records)));
        }
    }

    private void line(Map<String, ? extends @Nullable Object> values) throws IOException {
        out.append(JSON.writeValueAsString(values)).append('\n');
    }
}
