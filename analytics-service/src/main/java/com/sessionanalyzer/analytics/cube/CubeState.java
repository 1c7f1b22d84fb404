package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.OrganizationId;
import org.jspecify.annotations.Nullable;

/** The aggregates of one shard, as the fold moves them. */
interface CubeState<S> {

    void add(Place place, Counts difference);

    void add(OrganizationId organization, TallyName tally, long difference);

    @Nullable
    S subject(EntryKey key);

    /** Moves the number of a subject's records in a part, and answers it. */
    long addToPart(EntryKey part, long difference);

    /** Moves the number of a subject's parts that count for a tally, and answers it. */
    long addTowards(TallyName tally, EntryKey subject, long difference);

    /** Replaces what is kept of a subject; null forgets it. */
    void subject(EntryKey key, @Nullable S state);
}
