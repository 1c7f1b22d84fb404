package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The live records: the last value of each key. What cannot be read counts as nothing, like a deletion. */
public final class RecordTable {

    private final Map<SessionRecordKey, SessionRecord> records;

    private RecordTable(Map<SessionRecordKey, SessionRecord> records) {
        this.records = records;
    }

    public static RecordTable empty() {
        return new RecordTable(new HashMap<>());
    }

    public void apply(ConsumerRecord<byte[], byte[]> entry) {
        SessionRecordKey key = key(entry.key());
        if (key == null) {
            return;
        }
        SessionRecord session = session(entry.value());
        if (session == null || !session.key().equals(key)) {
            records.remove(key);
        } else {
            records.put(key, session);
        }
    }

    public List<SessionRecord> of(OrganizationId organization) {
        return records.values().stream()
                .filter(session -> session.organization().equals(organization))
                .toList();
    }

    private static @Nullable SessionRecordKey key(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : SessionRecordKey.decode(bytes);
        } catch (UnreadableEventException unreadable) {
            return null;
        }
    }

    private static @Nullable SessionRecord session(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : SessionRecordCodec.decode(bytes);
        } catch (UnreadableEventException unreadable) {
            return null;
        }
    }
}
