package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.function.Consumer;

/** What one entry of a shard's topic says: an absolute change, or that everything before it belongs together. */
public sealed interface ShardEntry<P> {

    int shard();

    /** Sets something of an organization's part to a new value; doing it twice changes nothing. */
    record Change<P>(int shard, OrganizationId organization, Consumer<P> effect) implements ShardEntry<P> {}

    /** The changes before it are the state after this source offset. */
    record Progress<P>(int shard, long offset, Instant asOf) implements ShardEntry<P> {}
}
