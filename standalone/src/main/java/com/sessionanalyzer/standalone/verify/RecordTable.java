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

    /**
     * What an entry of the log makes of a key.
     *
     * @param key    null when it cannot be read, and nothing changes
     * @param record null when there is none any more
     */
    record Change(@Nullable SessionRecordKey key, @Nullable SessionRecord record) {}

    static Change read(ConsumerRecord<byte[], byte[]> entry) {
        SessionRecordKey key = key(entry.key());
        SessionRecord session = key == null ? null : session(entry.value());
        return new Change(key, session != null && session.key().equals(key) ? session : null);
    }

    public void apply(ConsumerRecord<byte[], byte[]> entry) {
        apply(read(entry));
    }

    void apply(Change change) {
        if (change.key() == null) {
            return;
        }
        if (change.record() == null) {
            records.remove(change.key());
        } else {
            records.put(change.key(), change.record());
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
