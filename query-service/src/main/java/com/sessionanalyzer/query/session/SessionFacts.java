package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.query.cube.SourceTopic;
import com.sessionanalyzer.query.facts.Fact;
import com.sessionanalyzer.query.facts.FactShape;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Session records as facts: the subject is the customer, the label the type of the highlight, the value the minutes and the
 * amount the sessions. What counts for nothing in the numbers is no fact either, for the same reader decides it.
 */
final class SessionFacts {

    static final FactShape SHAPE =
            new FactShape(SessionCube.DIMENSIONS.size(), HighlightType.values().length + 1, SessionRecord.MAX_MINUTES);

    private SessionFacts() {}

    static SourceTopic<SessionPart> topic() {
        return new SourceTopic<>(SessionTopics.RECORDS, SessionFacts::read);
    }

    private static @Nullable Change<SessionPart> read(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.key() == null) {
            return null;
        }
        SessionRecord record = record(entry.key(), entry.value());
        return record == null ? removal(entry) : setting(entry.partition(), record);
    }

    private static Change<SessionPart> setting(int shard, SessionRecord record) {
        long high = record.id().getMostSignificantBits();
        long low = record.id().getLeastSignificantBits();
        Fact fact = fact(record);
        return new Change<>(shard, record.organization(), part -> part.facts().set(high, low, fact));
    }

    static Fact fact(SessionRecord record) {
        Highlight highlight = record.highlight();
        Integer minutes = record.minutes();
        return new Fact(
                record.customer().key(),
                Math.toIntExact(record.localDay().toEpochDay()),
                List.of(record.region(), record.source(), record.destination()),
                highlight == null ? 0 : HighlightChoices.number(highlight.type()),
                minutes == null ? 0 : minutes,
                record.sessions());
    }

    private static @Nullable Change<SessionPart> removal(ConsumerRecord<byte[], byte[]> entry) {
        try {
            SessionRecordKey key = SessionRecordKey.decode(entry.key());
            UUID id = key.id();
            return new Change<>(
                    entry.partition(),
                    key.organization(),
                    part -> part.facts()
                            .remove(id.getMostSignificantBits(), id.getLeastSignificantBits(), key.customerKey()));
        } catch (UnreadableEventException nobody) {
            return null;
        }
    }

    /** The record; null when it is deleted, cannot be read, or belongs to another key. */
    private static @Nullable SessionRecord record(byte[] key, byte @Nullable [] value) {
        try {
            SessionRecord record = value == null ? null : SessionRecordCodec.decode(value);
            boolean isItsOwn = record != null
                    && (Arrays.equals(record.key().encode(), key)
                            || record.key().equals(SessionRecordKey.decode(key)));
            return isItsOwn ? record : null;
        } catch (UnreadableEventException unreadable) {
            return null;
        }
    }
}
