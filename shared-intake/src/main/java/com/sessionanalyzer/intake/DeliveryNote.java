package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How far a delivery has come with a batch.
 *
 * @param delivery made from the position of the batch's records
 */
public record DeliveryNote(DeliveryKey key, Function<Position, Delivery> delivery) implements Note {

    @Override
    public ProducerRecord<byte[], byte[]> message(Committed written) {
        Delivery settled = delivery.apply(written.position());
        return new ProducerRecord<>(
                IntakeLogTopics.DELIVERIES, null, settled.updatedAt().toEpochMilli(), key.encode(), settled.encode());
    }
}
