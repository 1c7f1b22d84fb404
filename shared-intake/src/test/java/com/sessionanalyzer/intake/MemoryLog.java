package com.sessionanalyzer.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A log in memory, which a test can close. */
public final class MemoryLog implements RecordLog {

    private final List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    private boolean available = true;

    @Override
    public synchronized List<Place> append(List<ProducerRecord<byte[], byte[]>> appended) {
        if (!available) {
            throw new LogUnavailableException("closed by the test", null);
        }
        List<Place> places = new ArrayList<>();
        for (ProducerRecord<byte[], byte[]> message : appended) {
            int partition = message.partition() == null ? 0 : message.partition();
            places.add(new Place(partition, messages.size()));
            messages.add(message);
        }
        return places;
    }

    public synchronized void available(boolean isAvailable) {
        available = isAvailable;
    }

    /** Everything appended to the topic. */
    public synchronized List<ProducerRecord<byte[], byte[]>> messages(String topic) {
        return messages.stream()
                .filter(message -> message.topic().equals(topic))
                .toList();
    }

    public synchronized void clear() {
        messages.clear();
    }
}
