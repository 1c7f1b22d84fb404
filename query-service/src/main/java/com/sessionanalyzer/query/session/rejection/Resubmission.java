package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionDraft;
import com.sessionanalyzer.intake.session.SessionRecordText;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A rejected record put right: the record that it becomes.
 *
 * @param warnings what was there and is not recorded
 */
record Resubmission(SessionRejection rejection, SessionRecord session, List<Violation> warnings) {

    private static final long TIME_MASK = 0xFFFF_FFFF_FFFF_0000L;

    /** Reads a text as the rejection's was read, and when. */
    static Parsed parse(Organization organization, SessionRejection rejection, String text) {
        return SessionRecordText.parse(
                rejection.format(), text, new Terms(organization.zone(), rejection.receivedAt()));
    }

    /** The record, received when its rejection was, so that one without a time of its own keeps that. */
    static Resubmission of(
            Organization organization, SessionRejection rejection, Parsed.Accepted accepted, CustomerLinks links) {
        SessionDraft draft = accepted.draft();
        Instant receivedAt = rejection.receivedAt();
        Instant uploadedAt = draft.uploadedAt() == null ? receivedAt : draft.uploadedAt();
        Origin came = rejection.origin();
        SessionRecord session = new SessionRecord(
                rejection.organization(),
                recordId(rejection),
                links.of(rejection.organization(), draft.customer()),
                draft.region(),
                draft.sessions(),
                draft.source(),
                draft.destination(),
                draft.minutes(),
                draft.observation(),
                draft.highlight(),
                uploadedAt,
                receivedAt,
                LocalDate.ofInstant(uploadedAt, organization.zone()),
                new Origin(Channel.DESK, came.sender(), came.delivery(), came.line(), rejection.id()),
                0);
        return new Resubmission(rejection, session, accepted.warnings());
    }

    /**
     * The same whenever it is asked for, so that a record that is put right twice is one. It begins with the time of the
     * rejection's id; the rest is a digest, since ids of one delivery differ in too few bits to derive from again.
     */
    static UUID recordId(SessionRejection rejection) {
        UUID digest = RecordIds.named("resubmitted\t" + rejection.organization().value() + "\t" + rejection.id());
        return new UUID(
                (rejection.id().getMostSignificantBits() & TIME_MASK) | (digest.getMostSignificantBits() & ~TIME_MASK),
                digest.getLeastSignificantBits());
    }
}
