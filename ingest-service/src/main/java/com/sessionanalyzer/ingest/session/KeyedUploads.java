package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.DeliveryClaims;
import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.intake.session.KeyedPost;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionIntake;
import com.sessionanalyzer.intake.session.SessionReceipt;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;

/** Takes posts that have a key: the first time they are recorded, every other time the answer is the same. */
final class KeyedUploads {

    private final SessionIntake intake;
    private final Deliveries deliveries;
    private final DeliveryClaims claims;

    KeyedUploads(SessionIntake intake, Deliveries deliveries, DeliveryClaims claims) {
        this.intake = intake;
        this.deliveries = deliveries;
        this.claims = claims;
    }

    /**
     * Records the post, unless it was before.
     *
     * @param parser reads the body as it is to be read at a time of receipt
     * @throws ProblemException when the key was used for another body, or is being used at this moment
     */
    Receipt accept(
            Organization organization,
            IdempotencyKey key,
            byte[] body,
            Instant now,
            Function<Instant, List<Parsed>> parser) {
        KeyedPost post = KeyedPost.of(
                key.delivery(organization.id(), SessionTopics.DOMAIN, DeliveryKind.POST),
                Channel.API,
                MediaType.APPLICATION_JSON_VALUE,
                body);
        try (DeliveryClaims.Claim claim = claims.take(post.key())) {
            if (claim == null) {
                throw ProblemException.of(
                        ProblemType.IN_PROGRESS, "A post with this Idempotency-Key is being recorded at this moment.");
            }
            Delivery before = deliveries.find(post.key());
            return before == null
                    ? first(organization, post, now, parser.apply(now), claim)
                    : again(organization, post, before, parser);
        }
    }

    private Receipt first(
            Organization organization, KeyedPost post, Instant now, List<Parsed> parsed, DeliveryClaims.Claim claim) {
        return new Receipt(intake.accept(organization, post, now, parsed, claim.handOver()), false);
    }

    private Receipt again(
            Organization organization, KeyedPost post, Delivery before, Function<Instant, List<Parsed>> parser) {
        if (!post.isOf(before)) {
            throw ProblemException.of(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another body before. Nothing was recorded.");
        }
        return new Receipt(intake.replay(organization, post, before, parser.apply(before.startedAt())), true);
    }

    /**
     * What became of a post.
     *
     * @param isReplayed whether it was recorded before
     */
    record Receipt(SessionReceipt session, boolean isReplayed) {}
}
