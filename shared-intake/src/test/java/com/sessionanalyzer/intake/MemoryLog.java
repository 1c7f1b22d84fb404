package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A log in memory with its deliveries, which a test can close or make lose an answer. */
public final class MemoryLog implements RecordLog, Deliveries {

    private final List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
    private final Map<DeliveryKey, Delivery> deliveries = new HashMap<>();
    private boolean available = true;
    private boolean answering = true;

    @Override
    public synchronized void submit(Lane lane, Ticket ticket) {
        if (!ticket.take()) {
            return;
        }
        if (!available) {
            ticket.fail(new LogUnavailableException("closed by the test", null));
            return;
        }
        Batch batch = ticket.batch();
        List<Place> places = new ArrayList<>();
        batch.entries().forEach(entry -> places.add(append(entry.message())));
        Committed committed = Committed.of(batch, places);
        batch.notes().forEach(note -> append(note.message(committed)));
        if (answering) {
            ticket.complete(committed);
        } else {
            ticket.fail(new LogUnavailableException("the answer was lost by the test", null));
        }
    }

    private Place append(ProducerRecord<byte[], byte[]> message) {
        int partition = message.partition() == null ? 0 : message.partition();
        messages.add(message);
        if (message.topic().equals(IntakeLogTopics.DELIVERIES)) {
            deliveries.put(DeliveryKey.decode(message.key()), Delivery.decode(message.value()));
        }
        return new Place(partition, messages.size() - 1L);
    }

    @Override
    public synchronized @Nullable Delivery find(DeliveryKey key) {
        return deliveries.get(key);
    }

    @Override
    public synchronized List<StoredDelivery> imports(OrganizationId organization, String domain, int limit) {
        return DeliveryTotals.newest(under(DeliveryKey.prefix(organization, domain, DeliveryKind.IMPORT)), limit);
    }

    @Override
    public synchronized @Nullable Delivery total(DeliveryKey whole) {
        return under(whole.prefix()).values().stream()
                .reduce(DeliveryTotals::sum)
                .orElse(null);
    }

    private Map<DeliveryKey, Delivery> under(byte[] prefix) {
        Map<DeliveryKey, Delivery> found = new HashMap<>(deliveries);
        found.keySet().removeIf(key -> !KeyPrefix.matches(key.encode(), prefix));
        return found;
    }

    public synchronized void available(boolean isAvailable) {
        available = isAvailable;
    }

    /** Whether what is committed is also confirmed. */
    public synchronized void answering(boolean isAnswering) {
        answering = isAnswering;
    }

    /** Everything committed to the topic. */
    public synchronized List<ProducerRecord<byte[], byte[]>> messages(String topic) {
        return messages.stream()
                .filter(message -> message.topic().equals(topic))
                .toList();
    }

    public synchronized void clear() {
        messages.clear();
        deliveries.clear();
    }
}
