package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.projection.TableMapping;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How {@code session-records} becomes {@code session_record}. */
final class SessionRecordTable implements TableMapping {

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

    @Override
    public List<String> columns() {
        return List.of(
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
                "search_text");
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
    public List<@Nullable String> row(byte[] key, byte[] value) {
        SessionRecord session = SessionRecordCodec.decode(value);
        if (!session.key().equals(SessionRecordKey.decode(key))) {
            throw new UnreadableEventException("the value is not one of its key");
        }
        Highlight highlight = session.highlight();
        return Arrays.asList(
                session.organization().value(),
                session.id().toString(),
                session.customer().spelling(),
                session.customer().key(),
                session.region(),
                Integer.toString(session.sessions()),
                session.source(),
                session.destination(),
                session.minutes() == null ? null : session.minutes().toString(),
                session.observation(),
                highlight == null ? null : highlight.type().code(),
                highlight == null ? null : highlight.url(),
                highlight == null ? null : highlight.details(),
                session.uploadedAt().toString(),
                session.createdAt().toString(),
                session.localDay().toString(),
                session.channel().code(),
                SearchText.of(session));
    }
}
