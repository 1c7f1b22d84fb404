package com.sessionanalyzer.schema.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a record came in.
 *
 * @param sender    who sent it; empty when not known
 * @param delivery  what it was sent in, when that has an id: a bulk post, an import, a load, a post with an idempotency key
 * @param line      its first line in what was sent, from 1; 0 when that has no lines
 * @param rejection the rejection that it settles
 */
public record Origin(
        Channel channel,
        String sender,
        @Nullable UUID delivery,
        int line,
        @Nullable UUID rejection) {

    /** Through this door, and nothing else is known. */
    public static Origin of(Channel channel) {
        return new Origin(channel, "", null, 0, null);
    }
}
