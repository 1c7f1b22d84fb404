package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What this process has committed and its table has not read yet. */
final class RecentDeliveries implements NoteListener {

    private final Map<DeliveryKey, Recent> deliveries = new ConcurrentHashMap<>();

    @Override
    public void committed(GroupTransaction.Written written) {
        for (int i = 0; i < written.notes().size(); i++) {
            ProducerRecord<byte[], byte[]> note = written.notes().get(i);
            if (note.topic().equals(IntakeLogTopics.DELIVERIES)) {
                deliveries.put(
                        DeliveryKey.decode(note.key()),
                        new Recent(
                                Delivery.decode(note.value()),
                                written.notePlaces().get(i)));
            }
        }
    }

    /** What is recent and has a key that begins so. */
    Map<DeliveryKey, Delivery> under(byte[] prefix) {
        Map<DeliveryKey, Delivery> found = new HashMap<>();
        deliveries.forEach((key, recent) -> {
            if (KeyPrefix.matches(key.encode(), prefix)) {
                found.put(key, recent.delivery());
            }
        });
        return found;
    }

    /** Forgets what the table has read. */
    void forget(Map<Integer, Long> positions) {
        deliveries.values().removeIf(recent -> {
            Place place = recent.place();
            return place.offset() < positions.getOrDefault(place.partition(), 0L);
        });
    }

    private record Recent(Delivery delivery, Place place) {}
}
