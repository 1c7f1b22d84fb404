package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What all records that were sent together have in common.
 *
 * @param sender     who sent them; empty when not known
 * @param delivery   what they were sent in, when that has an id
 * @param receivedAt whole milliseconds
 */
public record Sending(
        Organization organization,
        Channel channel,
        String sender,
        @Nullable UUID delivery,
        Instant receivedAt) {

    Origin origin(int line) {
        return new Origin(channel, sender, delivery, line, null);
    }
}
