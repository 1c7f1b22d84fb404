package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.OrganizationId;
import org.jspecify.annotations.Nullable;

/** The aggregates of one shard, as the fold moves them. */
interface CubeState<S> {

    void add(Place place, Counts difference);

    void add(OrganizationId organization, TallyName tally, long difference);

    @Nullable
    SubjectEntry<S> subject(EntryKey key);

    /** Replaces what is kept of a subject; null forgets it. */
    void subject(EntryKey key, @Nullable SubjectEntry<S> subject);

    /** Moves the number of records in a part that is an entry of its own, and answers it. */
    long addToPart(EntryKey part, long difference);

    /** Moves the number of a subject's parts, of those that are entries of their own, that count for a tally, and answers it. */
    long addTowards(TallyName tally, EntryKey subject, long difference);
}
