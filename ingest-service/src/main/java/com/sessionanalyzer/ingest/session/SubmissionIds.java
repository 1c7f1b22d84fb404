package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.RecordIds;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gives the records of submissions their ids, which follow from where the message stands and from nothing that it says: the
 * same message gives the same records, and no other message can take the place of them.
 *
 * @param topicId the topic's own id, so that a topic made anew under the old name is another
 */
record SubmissionIds(String topicId) {

    private static final int ITEM_BITS = 20;
    private static final int OFFSET_BITS = 32;
    private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;

    /** The id of an item, by its index in the message. */
    UUID of(ConsumerRecord<byte[], byte[]> message, int item) {
        String messages = String.join(
                "\t",
                message.topic(),
                topicId,
                Integer.toString(message.partition()),
                Long.toString(message.offset() >>> OFFSET_BITS));
        return RecordIds.derived(RecordIds.named(messages), (message.offset() & OFFSET_MASK) << ITEM_BITS | item);
    }

    /** The id of the topic as something that is delivered. */
    UUID stream(String topic) {
        return RecordIds.named(topic + "\t" + topicId);
    }
}
