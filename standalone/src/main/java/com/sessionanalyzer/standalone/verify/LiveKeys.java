package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The channel of every key of a topic that has a value of one organization; nothing else of the values is kept. */
final class LiveKeys {

    private static final List<Channel> CHANNELS = List.of(Channel.values());

    private final Reading reading;
    private final KeyMarks channels = new KeyMarks();

    private LiveKeys(Reading reading) {
        this.reading = reading;
    }

    static LiveKeys ofRecords(OrganizationId organization) {
        return new LiveKeys((key, value) -> {
            SessionRecord session = SessionRecordCodec.decode(value);
            boolean ours =
                    session.organization().equals(organization) && session.key().equals(SessionRecordKey.decode(key));
            return ours ? session.channel() : null;
        });
    }

    static LiveKeys ofRejections(OrganizationId organization) {
        return new LiveKeys((key, value) -> {
            SessionRejection rejection = SessionRejectionCodec.decode(value);
            boolean ours = rejection.organization().equals(organization) && Arrays.equals(rejection.key(), key);
            return ours ? rejection.origin().channel() : null;
        });
    }

    void apply(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.key() == null) {
            return;
        }
        Channel channel = channel(entry);
        channels.set(entry.key(), channel == null ? KeyMarks.NONE : mark(channel));
    }

    /** How many keys have a value, per channel. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (Channel channel : CHANNELS) {
            long live = channels.count(mark(channel));
            if (live > 0) {
                counts.put(channel.code(), live);
            }
        }
        return counts;
    }

    private static byte mark(Channel channel) {
        return (byte) (CHANNELS.indexOf(channel) + 1);
    }

    private @Nullable Channel channel(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return entry.value() == null ? null : reading.channel(entry.key(), entry.value());
        } catch (UnreadableEventException unreadable) {
            return null;
        }
    }

    /** Reads the channel of a value; null when it is another organization's, or not one of its key. */
    private interface Reading {

        @Nullable
        Channel channel(byte[] key, byte[] value);
    }
}
