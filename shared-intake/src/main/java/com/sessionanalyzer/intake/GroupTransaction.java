package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * What one transaction writes: the entries of its batches and the totals they lead to; then, once their places are known,
 * the notes and how far consumers have come.
 */
final class GroupTransaction {

    private final Producer<byte[], byte[]> producer;
    private final long deadline;
    private final Tenure tenure;

    /**
     * A transaction that has begun.
     *
     * @param deadline nanosecond time at which everything must be safe
     * @param tenure   in which the totals are written
     */
    GroupTransaction(Producer<byte[], byte[]> producer, long deadline, Tenure tenure) {
        this.producer = producer;
        this.deadline = deadline;
        this.tenure = tenure;
    }

    List<Written> write(List<Batch> batches, Map<IntakeCountKey, IntakeCount> totals)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<List<Future<RecordMetadata>>> sent = new ArrayList<>(batches.size());
        for (Batch batch : batches) {
            List<Future<RecordMetadata>> entries =
                    new ArrayList<>(batch.entries().size());
            batch.entries().forEach(entry -> entries.add(producer.send(entry.message())));
            sent.add(entries);
        }
        List<Future<RecordMetadata>> counts = sendAll(totals.entrySet().stream()
                .map(total -> tenure.signed(WriterCounts.message(total.getKey(), total.getValue())))
                .toList());
        producer.flush();
        List<Note> notes = new ArrayList<>(batches.size());
        for (int i = 0; i < batches.size(); i++) {
            notes.add(note(batches.get(i), Committed.of(batches.get(i), places(sent.get(i)))));
        }
        producer.flush();
        List<Written> written = new ArrayList<>(batches.size());
        for (Note note : notes) {
            written.add(new Written(note.committed(), note.messages(), places(note.sent())));
        }
        places(counts);
        progress(batches);
        return written;
    }

    private Note note(Batch batch, Committed committed) {
        List<ProducerRecord<byte[], byte[]>> messages =
                batch.notes().stream().map(note -> note.message(committed)).toList();
        return new Note(committed, messages, sendAll(messages));
    }

    private void progress(List<Batch> batches) {
        for (Batch batch : batches) {
            Progress progress = batch.progress();
            if (progress != null) {
                producer.sendOffsetsToTransaction(progress.offsets(), progress.group());
            }
        }
    }

    /** Hands messages to the producer, which sends them when their batch is full or with the next flush. */
    private List<Future<RecordMetadata>> sendAll(List<ProducerRecord<byte[], byte[]>> messages) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
        messages.forEach(message -> sent.add(producer.send(message)));
        return sent;
    }

    private List<Place> places(List<Future<RecordMetadata>> sent)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<Place> places = new ArrayList<>(sent.size());
        for (Future<RecordMetadata> future : sent) {
            RecordMetadata stored = future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            places.add(new Place(stored.partition(), stored.offset()));
        }
        return places;
    }

    /** What became of a batch, once the transaction is committed. */
    record Written(Committed committed, List<ProducerRecord<byte[], byte[]>> notes, List<Place> notePlaces) {}

    /** The notes of a batch on their way. */
    private record Note(
            Committed committed, List<ProducerRecord<byte[], byte[]>> messages, List<Future<RecordMetadata>> sent) {}
}
