package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.IntakeCount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is committed together: records of an organization, what they add to its counts, and notes about them.
 *
 * @param counts   what it adds per channel; every channel that is touched stands here, with nothing if need be
 * @param progress of the consumer that it comes from, if any
 */
public record Batch(
        OrganizationId organization,
        String domain,
        Map<String, IntakeCount> counts,
        List<Entry> entries,
        List<Note> notes,
        @Nullable Progress progress) {

    public Batch {
        counts = Map.copyOf(counts);
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("a batch must name the channel that it counts for");
        }
    }

    /** Starts a batch, which may touch several channels. */
    public static BatchBuilder of(OrganizationId organization, String domain) {
        return new BatchBuilder(organization, domain);
    }

    /**
     * A batch of one channel.
     *
     * @param received records cut out of what was sent, replayed ones too
     * @param replayed of them, known already
     */
    public static Batch of(
            OrganizationId organization,
            String domain,
            String channel,
            long received,
            long replayed,
            List<Entry> entries,
            List<Note> notes) {
        return of(organization, domain)
                .received(channel, received)
                .replayed(channel, replayed)
                .entries(channel, entries)
                .notes(notes)
                .build();
    }

    /** Bytes of the entries' keys and values. */
    long bytes() {
        long bytes = 0;
        for (Entry entry : entries) {
            bytes += bytes(entry.message().key()) + bytes(entry.message().value());
        }
        return bytes;
    }

    private static long bytes(byte @Nullable [] part) {
        return part == null ? 0 : part.length;
    }

    /** Records received in all channels. */
    long received() {
        return counts.values().stream().mapToLong(IntakeCount::received).sum();
    }
}
