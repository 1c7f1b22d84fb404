package com.sessionanalyzer.analytics.cube;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The distinct things that records are about, such as customers. All records of a subject are in one partition and share a
 * key prefix, so what is kept of it is exact without asking another shard.
 */
public interface Subjects<R, S> {

    /** So many are looked through in less time than an entry is looked up. */
    int MOST_PARTS = 256;

    /** Key of the subject's entry in its topic; never changes for a record. */
    EntryKey key(R record);

    /** What the keys of all records of this record's subject begin with, and no others. */
    byte[] recordPrefix(R record);

    /**
     * What is kept of a subject after a change, or null when no record is left.
     *
     * @param live all records of the subject as they are after the change, for what cannot be subtracted
     */
    @Nullable
    S fold(@Nullable S state, Change<R> change, Supplier<Stream<R>> live);

    /** The tallies in which a subject in this state counts as one. */
    Set<TallyName> talliesOf(S state);

    /** The part of its subject's records that a record belongs to: a value for each of some positions, as many for all. */
    List<String> part(R record);

    /** The tally in which a subject counts as one for as long as a part of it has this value at this position. */
    TallyName tallyWith(int position, String value);

    /** How many parts a subject's own entry has at most; of a subject that had more, each is an entry of its own. */
    default int mostParts() {
        return MOST_PARTS;
    }

    /** Key of the entry, in the subjects' topic, of a part of the record's subject that is one of too many. */
    EntryKey partKey(R record, List<String> part);

    /** The entry of such a part with so many records. */
    byte[] encodePart(long records);

    long decodePart(byte[] entry);

    /** The entry of the subject's topic. */
    byte[] encode(SubjectEntry<S> subject);

    SubjectEntry<S> decode(byte[] entry);

    /** Key of the entry that ends a shard's batch in the subjects' topic. */
    byte[] progressKey(int shard);

    byte[] progress(long offset, Instant asOf);
}
