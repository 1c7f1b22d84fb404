package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.UnreadableEventException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one domain mean to the cube. Pure: the same answer for the same argument, knowing neither topics nor
 * stores.
 *
 * @param <R> a record
 * @param <S> what is kept per subject, the distinct thing that tallies count
 */
public interface CubeDomain<R, S> {

    /** Stands before the name of every node and store, as in {@code session}. */
    String name();

    /**
     * The record a value holds, or null for a tombstone.
     *
     * @throws UnreadableEventException when the key cannot be read, or the value cannot or belongs to another key
     */
    @Nullable
    R read(byte[] key, byte @Nullable [] value);

    /** Where the record counts, and what. */
    Contribution contribution(R record);

    Subjects<R, S> subjects();

    /**
     * The tallies that a change adds one to, and no later change ever takes it away again: they say what happened, where
     * cells say what is.
     */
    Set<TallyName> fates(Change<R> change);
}
