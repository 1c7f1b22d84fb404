package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.projection.Chronicle;
import com.sessionanalyzer.query.projection.History;
import com.sessionanalyzer.query.projection.Place;
import com.sessionanalyzer.query.projection.Remains;
import com.sessionanalyzer.query.projection.TableMapping;
import com.sessionanalyzer.query.session.search.SearchText;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How {@code session-records} becomes {@code session_record}. */
final class SessionRecordTable implements TableMapping {

    private static final List<String> CONTENT = List.of(
            "organization",
            "id",
            "customer",
            "customer_key",
            "region",
            "sessions",
            "source",
            "destination",
            "minutes",
            "observation",
            "highlight_type",
            "highlight_url",
            "highlight_details",
            "uploaded_at",
            "created_at",
            "local_day",
            "channel",
            "search_text",
            "revision",
            "sender",
            "delivery",
            "line",
            "rejection");
    private static final List<String> PLACE = List.of("log_partition", "log_offset", "logged_at", "change_id");

    @Override
    public String topic() {
        return SessionTopics.RECORDS;
    }

    @Override
    public String table() {
        return "session_record";
    }

    @Override
    public List<String> primaryKey() {
        return List.of("organization", "id");
    }

    @Override
    public List<String> keyColumns() {
        return List.of("organization", "customer_key", "id");
    }

    /** A corrected customer moves a record to another key, which may be in a partition that is read earlier or later. */
    @Override
    public String versionColumn() {
        return "revision";
    }

    @Override
    public Remains remains() {
        return new Remains(
                "session_deletion", List.of("created_at", "channel", "delivery", "line", "rejection"), PLACE);
    }

    @Override
    public History history() {
        return new History("session_version", PLACE);
    }

    @Override
    public Chronicle chronicle() {
        return new Chronicle(
                "session_history",
                Stream.concat(CONTENT.stream(), PLACE.stream()).toList(),
                "valid_until",
                List.of("organization", "customer_key"),
                "session_erasure");
    }

    @Override
    public List<String> columns() {
        return Stream.concat(CONTENT.stream(), PLACE.stream()).toList();
    }

    @Override
    public List<String> key(byte[] key) {
        SessionRecordKey decoded = SessionRecordKey.decode(key);
        return List.of(
                decoded.organization().value(),
                decoded.customerKey(),
                decoded.id().toString());
    }

    @Override
    public List<@Nullable String> row(byte[] key, byte[] value, Place place) {
        SessionRecord session = SessionRecordCodec.decode(value);
        if (!session.key().equals(SessionRecordKey.decode(key))) {
            throw new UnreadableEventException("the value is not one of its key");
        }
        List<@Nullable String> row = new ArrayList<>(content(session));
        row.addAll(place.columns());
        return row;
    }

    private static List<@Nullable String> content(SessionRecord session) {
        Highlight highlight = session.highlight();
        Origin origin = session.origin();
        return Arrays.asList(
                session.organization().value(),
                session.id().toString(),
                session.customer().spelling(),
                session.customer().key(),
                session.region(),
                Integer.toString(session.sessions()),
                session.source(),
                session.destination(),
                text(session.minutes()),
                session.observation(),
                highlight == null ? null : highlight.type().code(),
                highlight == null ? null : highlight.url(),
                highlight == null ? null : highlight.details(),
                session.uploadedAt().toString(),
                session.createdAt().toString(),
                session.localDay().toString(),
                session.channel().code(),
                SearchText.of(session),
                Integer.toString(session.revision()),
                origin.sender(),
                text(origin.delivery()),
                Integer.toString(origin.line()),
                text(origin.rejection()));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
