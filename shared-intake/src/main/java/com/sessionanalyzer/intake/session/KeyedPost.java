package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.DeliveryNote;
import com.sessionanalyzer.intake.Fingerprint;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.session.Channel;
import java.time.Instant;
import java.util.List;

/**
 * A post whose sender gave it a key.
 *
 * @param body as it was sent
 */
public record KeyedPost(DeliveryKey key, Channel channel, String contentType, byte[] body) {

    /** Whether this is what the delivery was made of. */
    public boolean isOf(Delivery delivery) {
        return delivery.fingerprint().equals(Fingerprint.of(body));
    }

    /** What is kept about it with its records. */
    DeliveryNote note(Instant receivedAt, List<Parsed> post) {
        long rejected = post.stream().filter(Parsed.Rejected.class::isInstance).count();
        return new DeliveryNote(
                key,
                position -> new Delivery(
                        "",
                        channel.code(),
                        contentType,
                        "",
                        receivedAt,
                        receivedAt,
                        DeliveryState.COMPLETE,
                        body.length,
                        body.length,
                        0,
                        Fingerprint.of(body),
                        post.size(),
                        post.size() - rejected,
                        rejected,
                        Reasons.of(post),
                        position));
    }
}
