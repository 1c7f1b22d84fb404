package com.sessionanalyzer.intake;

import com.sessionanalyzer.intake.GroupTransaction.Written;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Commits batches, all that wait at a time in one transaction; nobody's batch waits for a company that has not come. */
final class Writer implements Runnable {

    private static final long IDLE_MILLIS = 100;

    private final BlockingQueue<Ticket> waiting = new LinkedBlockingQueue<>();
    private final String name;
    private final Duration acknowledgement;
    private final long maxBytes;
    private final Transactions transactions;
    private final WriterCounts counts;
    private final Supplier<WrittenTotals> history;
    private final NoteListener notes;
    private final Tenure tenure;
    private final CommitTimes times;
    private final Clock clock;

    /**
     * A writer that is not open yet.
     *
     * @param name            of its producers and its totals
     * @param acknowledgement until everything sent must be safe
     * @param maxBytes        from which a transaction takes no further batch
     * @param history         reads the totals that are committed
     */
    Writer(
            String name,
            Supplier<Producer<byte[], byte[]>> producers,
            Duration acknowledgement,
            long maxBytes,
            Supplier<WrittenTotals> history,
            NoteListener notes,
            Tenure tenure,
            CommitTimes times,
            Clock clock) {
        this.name = name;
        this.acknowledgement = acknowledgement;
        this.maxBytes = maxBytes;
        this.transactions = new Transactions(name, producers);
        this.counts = new WriterCounts(name);
        this.history = history;
        this.notes = notes;
        this.tenure = tenure;
        this.times = times;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    void open(Duration patience) {
        transactions.open(patience);
    }

    void restore(WrittenTotals log) {
        counts.restore(log.totals());
    }

    /** Signs a total, so that a process before this one learns that its tenure is over. */
    void claim() {
        settle(List.of());
    }

    void submit(Ticket ticket) {
        waiting.add(ticket);
        if (isEnded()) {
            failWaiting();
        }
    }

    private boolean isEnded() {
        return transactions.isClosed() || tenure.isOver();
    }

    @Override
    public void run() {
        while (!isEnded()) {
            List<Ticket> group = group();
            if (!group.isEmpty()) {
                settle(group);
            }
        }
        failWaiting();
        transactions.discard();
    }

    private List<Ticket> group() {
        List<Ticket> group = new ArrayList<>();
        long bytes = 0;
        for (Ticket next = await(); next != null; next = bytes < maxBytes ? waiting.poll() : null) {
            if (next.take()) {
                group.add(next);
                bytes += next.bytes();
            }
        }
        return group;
    }

    private @Nullable Ticket await() {
        try {
            return waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            transactions.close();
            return null;
        }
    }

    private void settle(List<Ticket> group) {
        if (tenure.isOver()) {
            fail(group, new LogUnavailableException(tenure.refusal(), null));
            return;
        }
        try {
            commit(group);
        } catch (KafkaException | ExecutionException | TimeoutException failed) {
            end(group, failed);
        } catch (InterruptedException interrupted) {
            fail(group, new LogUnavailableException("interrupted while publishing", interrupted));
            transactions.close();
        } catch (RuntimeException fault) {
            isolate(group, fault);
        }
    }

    private void commit(List<Ticket> group) throws ExecutionException, InterruptedException, TimeoutException {
        long begun = System.nanoTime();
        List<Batch> batches = group.stream().map(Ticket::batch).toList();
        Map<IntakeCountKey, IntakeCount> totals = group.isEmpty() ? counts.again(now()) : counts.with(batches, now());
        if (totals.isEmpty()) {
            return;
        }
        List<Written> written = write(batches, totals);
        if (isCommitted(totals)) {
            counts.commit(totals);
            times.committed(
                    batches.stream().mapToInt(batch -> batch.entries().size()).sum(), System.nanoTime() - begun);
            complete(group, written);
        } else {
            fail(group, new LogUnavailableException("the transaction did not commit", null));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Says so first, for somebody waits: nothing has asked to commit, so the transaction can only be aborted. */
    private void end(List<Ticket> group, Exception failed) {
        if (failed.getCause() instanceof RecordTooLargeException tooLarge) {
            isolate(group, tooLarge);
            return;
        }
        fail(group, new LogUnavailableException("the log did not confirm a transaction", failed));
        abort();
    }

    /** One of these cannot be written ever; the others are not to suffer from it, but for those that build on it. */
    private void isolate(List<Ticket> group, RuntimeException fault) {
        abort();
        if (group.size() == 1) {
            group.get(0).fail(fault);
        } else {
            group.stream().filter(Ticket::follows).forEach(ticket -> settle(List.of(ticket)));
        }
    }

    private void abort() {
        if (!transactions.abort()) {
            recover();
        }
    }

    /** Goes on with another producer from what the log has by then, unless somebody else has taken over. */
    private @Nullable WrittenTotals recover() {
        WrittenTotals log = transactions.isFenced() ? read() : null;
        if (tenure.isOver()) {
            return log;
        }
        transactions.reopen();
        return read();
    }

    /** What the log has, as soon as it can be read; null when this was closed before. */
    private @Nullable WrittenTotals read() {
        while (!transactions.isClosed()) {
            try {
                WrittenTotals log = history.get();
                counts.restore(log.totals());
                tenure.learn(log.signature(name));
                return log;
            } catch (KafkaException unreadable) {
                transactions.pause();
            }
        }
        return null;
    }

    private List<Written> write(List<Batch> batches, Map<IntakeCountKey, IntakeCount> totals)
            throws ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + acknowledgement.toNanos();
        return new GroupTransaction(transactions.begin(), deadline, tenure).write(batches, totals);
    }

    /** Whether readers see the transaction: as the broker says or, when its answer is lost, as the log shows. */
    private boolean isCommitted(Map<IntakeCountKey, IntakeCount> totals) throws InterruptedException {
        if (transactions.commit() == Transactions.Ending.COMMITTED) {
            return true;
        }
        WrittenTotals log = recover();
        if (log == null) {
            throw new InterruptedException("closed before it was known whether a transaction was committed");
        }
        return WriterCounts.isIn(log.totals(), totals);
    }

    private void complete(List<Ticket> group, List<Written> written) {
        for (int i = 0; i < group.size(); i++) {
            notes.committed(written.get(i));
            group.get(i).complete(written.get(i).committed());
        }
    }

    private static void fail(List<Ticket> group, LogUnavailableException reason) {
        group.forEach(ticket -> ticket.fail(reason));
    }

    private void failWaiting() {
        for (Ticket next = waiting.poll(); next != null; next = waiting.poll()) {
            if (next.take()) {
                next.fail(new LogUnavailableException(tenure.isOver() ? tenure.refusal() : "the log is closed", null));
            }
        }
    }

    /** Ends after the transaction under way; nothing more is taken. */
    void close() {
        transactions.close();
    }

    /** Drops what was opened, when it is not to run. */
    void discard() {
        transactions.discard();
    }
}
