package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** Follows what becomes of the records of a load, as the table of deliveries says. */
final class Following {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Target target;
    private final Interruption interruption;
    private final Display display;
    private long reached;

    Following(Target target, Interruption interruption, Display display) {
        this.target = target;
        this.interruption = interruption;
        this.display = display;
    }

    /**
     * Waits until each record has its fate, or until an interruption.
     *
     * @throws KafkaAwayException when Kafka does not answer
     * @throws PlainFailure       when nothing becomes of them for two minutes
     */
    Settled follow(Sent sent) {
        byte[] prefix = DeliveryKey.whole(
                        target.organization(), SessionTopics.DOMAIN, DeliveryKind.IMPORT, sent.delivery())
                .prefix();
        try (DeliveryTable deliveries = new DeliveryTable(target, prefix)) {
            return follow(deliveries, sent.progress().records());
        } catch (KafkaException failed) {
            throw failed(failed);
        } finally {
            display.end();
        }
    }

    private RuntimeException failed(KafkaException failed) {
        return KafkaAwayException.isAway(failed)
                ? new KafkaAwayException(
                        "All records are sent, but Kafka at " + target.bootstrapServers()
                                + " does not answer, so what becomes of them is not known yet.",
                        reached,
                        failed)
                : new PlainFailure(
                        "All records are sent, but what becomes of them cannot be read: " + failed.getMessage(),
                        failed);
    }

    private Settled follow(DeliveryTable deliveries, long records) {
        Map<String, Delivery> parts = new HashMap<>();
        Settled settled = Settled.of(parts.values());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (settled.received() < records && !interruption.isRequested()) {
            deliveries.read((key, delivery) -> parts.put(key.part(), delivery));
            Settled now = Settled.of(parts.values());
            deadline = now.received() > settled.received() ? System.nanoTime() + PATIENCE.toNanos() : deadline;
            settled = now;
            reached = now.received();
            display.show("Settled", settled.received(), -1, (double) settled.received() / records);
            if (System.nanoTime() - deadline > 0) {
                throw new PlainFailure("All " + records + " records are sent, but only " + settled.received()
                        + " are settled, and for two minutes no more became so. Is the ingest service running?"
                        + " Nothing is lost; run it again to see.");
            }
        }
        return settled;
    }
}
