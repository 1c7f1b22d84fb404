package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.IntakeCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Puts a batch together and counts by channel and fate. */
public final class BatchBuilder {

    private final OrganizationId organization;
    private final String domain;
    private final Map<String, IntakeCount> counts = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private @Nullable Progress progress;

    BatchBuilder(OrganizationId organization, String domain) {
        this.organization = organization;
        this.domain = domain;
    }

    /** Records cut out of what was sent, replayed ones too. */
    public BatchBuilder received(String channel, long records) {
        return add(channel, new IntakeCount(records, 0, 0, 0, 0, 0, Instant.EPOCH));
    }

    /** Records known already, which are counted as received elsewhere. */
    public BatchBuilder replayed(String channel, long records) {
        return add(channel, new IntakeCount(0, 0, records, 0, 0, 0, Instant.EPOCH));
    }

    /** An entry that counts for the channel: of a record that was there, the one that it once came through. */
    public BatchBuilder entry(String channel, Fate fate, ProducerRecord<byte[], byte[]> message) {
        return entries(channel, List.of(new Entry(fate, message)));
    }

    /** Entries that count for the channel. */
    public BatchBuilder entries(String channel, List<Entry> added) {
        entries.addAll(added);
        return add(
                channel,
                new IntakeCount(
                        0,
                        count(added, Fate.RECORDED),
                        count(added, Fate.REPLAYED),
                        count(added, Fate.REJECTED),
                        count(added, Fate.CORRECTED),
                        count(added, Fate.DELETED),
                        Instant.EPOCH));
    }

    private static long count(List<Entry> entries, Fate fate) {
        return entries.stream().filter(entry -> entry.fate() == fate).count();
    }

    public BatchBuilder note(Note note) {
        notes.add(note);
        return this;
    }

    public BatchBuilder notes(List<Note> added) {
        notes.addAll(added);
        return this;
    }

    public BatchBuilder progress(Progress consumed) {
        progress = consumed;
        return this;
    }

    public Batch build() {
        return new Batch(organization, domain, counts, entries, notes, progress);
    }

    private BatchBuilder add(String channel, IntakeCount count) {
        counts.merge(channel, count, IntakeCount::plus);
        return this;
    }
}
