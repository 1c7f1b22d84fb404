package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settles rejections: each becomes a record, or is dismissed, once. */
public interface Desk {

    /**
     * Records what a rejection should have been.
     *
     * @param text how it should have been sent; null when as it was
     */
    Outcome resubmit(Organization organization, Actor actor, UUID id, @Nullable String text);

    /** Settles a rejection without a record. */
    Outcome dismiss(Organization organization, Actor actor, UUID id, String reason);

    /** Puts open rejections right by a rule, or says what that would do. */
    Done<FixSummary> fix(
            Organization organization,
            Actor actor,
            RejectionFilter filter,
            FixRule rule,
            boolean dryRun,
            @Nullable UUID after);

    /** Dismisses open rejections, or says how many that would be. */
    DismissSummary dismissAll(
            Organization organization, Actor actor, RejectionFilter filter, String reason, boolean dryRun);

    /**
     * Something done, and the position that contains its records.
     */
    record Done<T>(T value, Position position) {}

    /** What came of settling one rejection. */
    sealed interface Outcome {

        /**
         * It is settled, now or by the same request before.
         *
         * @param rejection with its settlement
         * @param warnings  what was there and is not recorded
         * @param replayed  whether it was so before
         */
        record Settled(SessionRejection rejection, List<Violation> warnings, Position position, boolean replayed)
                implements Outcome {}

        /** It was settled otherwise before. */
        record SettledBefore(SessionRejection rejection) implements Outcome {}

        /** The text still breaks rules. */
        record StillRejected(SessionRejection rejection, String text, List<Violation> violations) implements Outcome {}

        /** There is no such rejection. */
        record Unknown() implements Outcome {}
    }
}
