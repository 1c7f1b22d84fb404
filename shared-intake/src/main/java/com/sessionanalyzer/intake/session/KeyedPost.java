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
 * @param size        bytes of its body
 * @param fingerprint of its body
 */
public record KeyedPost(DeliveryKey key, Channel channel, String contentType, long size, String fingerprint) {

    /** The post with this body. */
    public static KeyedPost of(DeliveryKey key, Channel channel, String contentType, byte[] body) {
        return new KeyedPost(key, channel, contentType, body.length, Fingerprint.of(body));
    }

    /** Whether this is what the delivery was made of. */
    public boolean isOf(Delivery delivery) {
        return delivery.fingerprint().equals(fingerprint);
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
                        size,
                        size,
                        0,
                        fingerprint,
                        post.size(),
                        post.size() - rejected,
                        rejected,
                        Reasons.of(post),
                        position));
    }
}
