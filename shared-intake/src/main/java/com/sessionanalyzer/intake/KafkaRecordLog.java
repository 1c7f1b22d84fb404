package com.sessionanalyzer.intake;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;

/** The log in Kafka, with a writer per lane and several for bulk. It opens before the web server and closes after it. */
final class KafkaRecordLog implements RecordLog, SmartLifecycle {

    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final Runnable preparation;
    private final Map<Lane, List<Writer>> writers;
    private final CountHistory history;
    private final DeliveryReader deliveries;
    private final Tenure tenure;
    private final Duration startTimeout;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Thread> threads = List.of();

    /**
     * A log that is not open yet.
     *
     * @param preparation  makes sure that the topics are there
     * @param writers      of each lane, at least one
     * @param startTimeout for the first answer of the broker
     */
    KafkaRecordLog(
            Runnable preparation,
            Map<Lane, List<Writer>> writers,
            CountHistory history,
            DeliveryReader deliveries,
            Tenure tenure,
            Duration startTimeout) {
        this.preparation = preparation;
        this.writers = new EnumMap<>(writers);
        this.history = history;
        this.deliveries = deliveries;
        this.tenure = tenure;
        this.startTimeout = startTimeout;
    }

    @Override
    public void submit(Lane lane, Ticket ticket) {
        if (!isRunning()) {
            ticket.fail(new LogUnavailableException("the log is not open", null));
            return;
        }
        writer(lane, ticket).submit(ticket);
    }

    /** Batches that build on each other go to the same writer. */
    private Writer writer(Lane lane, Ticket ticket) {
        List<Writer> candidates = writers.getOrDefault(lane, List.of());
        Sequence sequence = ticket.sequence();
        int choice = sequence == null ? turn.getAndIncrement() : System.identityHashCode(sequence);
        return candidates.get(Math.floorMod(choice, candidates.size()));
    }

    /** Writers first end what their predecessors left open; what they had committed is then there to be read. */
    @Override
    public void start() {
        preparation.run();
        List<Writer> all = writers();
        try {
            all.forEach(writer -> writer.open(startTimeout));
            WrittenTotals totals = history.read();
            all.forEach(writer -> writer.restore(totals));
            deliveries.start(startTimeout);
        } catch (RuntimeException failed) {
            all.forEach(Writer::discard);
            deliveries.stop();
            throw failed;
        }
        threads = all.stream().map(KafkaRecordLog::started).toList();
    }

    private static Thread started(Writer writer) {
        Thread thread = new Thread(() -> runOf(writer), writer.name());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void runOf(Writer writer) {
        writer.claim();
        writer.run();
    }

    private List<Writer> writers() {
        return writers.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public String refusal() {
        return tenure.refusal();
    }

    @Override
    public void stop() {
        List<Thread> running = threads;
        threads = List.of();
        writers().forEach(Writer::close);
        running.forEach(KafkaRecordLog::join);
        deliveries.stop();
    }

    private static void join(Thread thread) {
        try {
            thread.join(GOODBYE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
