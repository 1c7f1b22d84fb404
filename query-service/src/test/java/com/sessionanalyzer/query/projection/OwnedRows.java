package com.sessionanalyzer.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows with an owner, which is a part of their keys; keys are {@code owner/id}, values {@code revision/text}. */
final class OwnedRows implements TableMapping {

    private static final List<String> PLACE = List.of("log_partition", "log_offset", "logged_at", "change_id");
    private static final List<String> COLUMNS =
            List.of("id", "owner", "revision", "text", "log_partition", "log_offset", "logged_at", "change_id");

    @Override
    public String topic() {
        return "owned";
    }

    @Override
    public String table() {
        return "owned";
    }

    @Override
    public List<String> primaryKey() {
        return List.of("id");
    }

    @Override
    public List<String> keyColumns() {
        return List.of("owner", "id");
    }

    @Override
    public String versionColumn() {
        return "revision";
    }

    @Override
    public History history() {
        return new History("owned_version", PLACE);
    }

    @Override
    public Chronicle chronicle() {
        return new Chronicle("owned_history", COLUMNS, "valid_until", List.of("owner"), "owned_erasure");
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key(byte[] key) {
        return List.of(new String(key, UTF_8).split("/", -1));
    }

    @Override
    public List<@Nullable String> row(byte[] key, byte[] value, Place place) {
        List<String> owned = key(key);
        String[] said = new String(value, UTF_8).split("/", -1);
        List<@Nullable String> row = new ArrayList<>(List.of(owned.get(1), owned.get(0), said[0], said[1]));
        row.addAll(place.columns());
        return row;
    }
}
