package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.schema.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values are a number, a colon and a text. */
record Words(String topic) implements TableMapping {

    @Override
    public String table() {
        return "word";
    }

    @Override
    public List<String> primaryKey() {
        return List.of("id");
    }

    @Override
    public List<String> keyColumns() {
        return primaryKey();
    }

    @Override
    public List<String> columns() {
        return List.of("id", "text", "size", "partition", "place", "at", "change");
    }

    @Override
    public Remains remains() {
        return new Remains("gone", List.of("text"), List.of("partition", "place", "at", "change"));
    }

    @Override
    public List<String> key(byte[] key) {
        return List.of(new String(key, StandardCharsets.UTF_8));
    }

    @Override
    public List<@Nullable String> row(byte[] key, byte[] value, Place place) {
        String text = new String(value, StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new UnreadableEventException("no colon");
        }
        List<@Nullable String> row =
                new ArrayList<>(List.of(key(key).get(0), text.substring(colon + 1), text.substring(0, colon)));
        row.addAll(place.columns());
        return row;
    }
}
