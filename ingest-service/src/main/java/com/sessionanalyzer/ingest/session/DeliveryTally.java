package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.Reasons;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.session.Channel;
import java.time.Instant;
import java.util.Map;

/** Adds up what comes of a delivery in one transaction, on top of what had come before. */
final class DeliveryTally {

    private final Delivery before;
    private Map<String, Long> reasons;
    private Instant updatedAt;
    private DeliveryState state;
    private long bytes;
    private long lines;
    private long received;
    private long rejected;

    /**
     * Adds to what had come before.
     *
     * @param settledAt when that is done, which may be long after the messages were written
     */
    DeliveryTally(Delivery before, Instant settledAt) {
        this.before = before;
        this.reasons = before.reasons();
        this.updatedAt = settledAt.isAfter(before.updatedAt()) ? settledAt : before.updatedAt();
        this.state = before.state();
        this.lines = before.lines();
    }

    /** A delivery of which nothing has come yet. */
    static Delivery begun(String name, String contentType, Instant at) {
        return new Delivery(
                name,
                Channel.STREAM.code(),
                contentType,
                "",
                at,
                at,
                DeliveryState.RUNNING,
                -1,
                0,
                0,
                "",
                0,
                0,
                0,
                Map.of(),
                Position.BEGINNING);
    }

    void add(Submission submission, Instant at) {
        bytes += submission.bytes();
        received += submission.items().size();
        rejected += submission.items().stream()
                .filter(Parsed.Rejected.class::isInstance)
                .count();
        reasons = Reasons.sum(reasons, Reasons.of(submission.items()));
        updatedAt = at.isAfter(updatedAt) ? at : updatedAt;
        if (submission.headers().isEnd()) {
            state = DeliveryState.COMPLETE;
        }
    }

    void addLines(long more) {
        lines += more;
    }

    void linesAre(long upTo) {
        lines = upTo;
    }

    Delivery settled(Position position) {
        return new Delivery(
                before.name(),
                before.channel(),
                before.contentType(),
                before.sender(),
                before.startedAt(),
                updatedAt,
                state,
                before.size(),
                before.bytes() + bytes,
                lines,
                before.fingerprint(),
                before.received() + received,
                before.recorded() + received - rejected,
                before.rejected() + rejected,
                reasons,
                before.position().and(position));
    }
}
