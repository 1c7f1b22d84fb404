package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.OrganizationId;
import org.jspecify.annotations.Nullable;

/** The aggregates of one shard, as the fold moves them. */
interface CubeState<S> {

    void add(Place place, Counts difference);

    void add(OrganizationId organization, TallyName tally, long difference);

    @Nullable
    S subject(byte[] key);

    /** Moves the number of a subject's records in a part. */
    void addToPart(byte[] part, long difference);

    /** Moves the number of a subject's records that count for a tally, and answers it. */
    long addTowards(TallyName tally, byte[] subject, long difference);

    /** Replaces what is kept of a subject; null forgets it. */
    void subject(byte[] key, @Nullable S state);
}
