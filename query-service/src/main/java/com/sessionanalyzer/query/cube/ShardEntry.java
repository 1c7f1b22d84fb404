package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one entry of a shard's topic says: an absolute change, or that everything before it belongs together. */
public sealed interface ShardEntry<P> {

    int shard();

    /** Sets something of an organization's part to a new value; doing it twice changes nothing. */
    record Change<P>(int shard, OrganizationId organization, Consumer<P> effect) implements ShardEntry<P> {}

    /**
     * The changes before it are the state after this source offset.
     *
     * @param trace of the latest record in it that is traced; null when none is
     */
    record Progress<P>(
            int shard, long offset, Instant asOf, @Nullable String trace) implements ShardEntry<P> {

        /** Of a batch that nobody traces. */
        public Progress(int shard, long offset, Instant asOf) {
            this(shard, offset, asOf, null);
        }
    }
}
