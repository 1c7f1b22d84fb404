package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.Batch;
import com.sessionanalyzer.intake.BatchBuilder;
import com.sessionanalyzer.intake.Fate;
import com.sessionanalyzer.intake.Note;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Moves the records of one customer that, by their spelling and what was decided about names, are those of another. It goes in
 * parts that are each committed whole, and over and over until none is left, so it may be interrupted anywhere and repeated.
 */
final class CustomerSweep {

    private static final int PART = 2_000;

    private final CurrentRecords records;
    private final ChangeLog log;
    private final CustomerLinks links;
    private final OrganizationId organization;
    private final String source;
    private final Actor actor;
    private final String action;
    private final String subject;
    private final Map<String, Long> live = new HashMap<>();
    private int parts;

    /**
     * A sweep that has not begun.
     *
     * @param source  key of the customer whose records are looked through
     * @param action  what the audit log calls it
     * @param subject key of the customer that it is done for
     */
    CustomerSweep(
            CurrentRecords records,
            ChangeLog log,
            CustomerLinks links,
            OrganizationId organization,
            String source,
            Actor actor,
            String action,
            String subject) {
        this.records = records;
        this.log = log;
        this.links = links;
        this.organization = organization;
        this.source = source;
        this.actor = actor;
        this.action = action;
        this.subject = CustomerErasures.digest(subject);
    }

    /** Writes down a decision that moves nothing by itself. */
    CustomerMove decide(Turn turn, Note decision) {
        Noted noted = note(Difference.none(), false).fact("part", Integer.toString(parts++));
        BatchBuilder batch = batch().note(decision).note(noted.entry());
        return new CustomerMove(0, Difference.none(), null, log.commit(turn, batch));
    }

    /** What says how far a decision has come, which needs no entry of its own in the audit log. */
    BatchBuilder decision(Note decision) {
        return batch().note(decision);
    }

    /** Moves records until none is left that is to be moved. */
    CustomerMove run(Turn turn) {
        CustomerMove all = CustomerMove.nothing();
        CustomerMove pass = pass(turn);
        while (pass.records() > 0) {
            all = all.and(pass);
            records.catchUp();
            pass = pass(turn);
        }
        return all;
    }

    private CustomerMove pass(Turn turn) {
        live.clear();
        CustomerMove moved = CustomerMove.nothing();
        List<String> strangers = records.spellings(organization, source).stream()
                .filter(this::isStranger)
                .toList();
        UUID last = null;
        while (!strangers.isEmpty()) {
            List<SessionRecord> versions = records.spelled(organization, source, strangers, last, PART);
            if (versions.isEmpty()) {
                break;
            }
            boolean counted = log.isCounted(organization);
            CustomerMove part = part(turn, versions, counted);
            records.await(part.position());
            moved = moved.and(part);
            last = versions.get(versions.size() - 1).id();
        }
        return moved;
    }

    private boolean isStranger(String spelling) {
        return !links.of(organization, spelling).key().equals(source);
    }

    private CustomerMove part(Turn turn, List<SessionRecord> versions, boolean counted) {
        Difference difference = Difference.none();
        Noted noted = note(difference, counted)
                .fact("part", Integer.toString(parts++))
                .fact("records", Integer.toString(versions.size()));
        BatchBuilder batch = batch();
        for (SessionRecord before : versions) {
            SessionRecord after =
                    of(before, links.of(organization, before.customer().spelling()));
            count(difference, source, -1);
            count(difference, after.customer().key(), 1);
            batch.entry(before.channel().code(), Fate.MOVED, log.tombstone(noted, before.key()));
            batch.entry(after.channel().code(), Fate.CORRECTED, log.version(noted, after));
        }
        return new CustomerMove(
                versions.size(), difference, noted.before(), log.commit(turn, batch.note(noted.entry())));
    }

    private void count(Difference difference, String customerKey, long moved) {
        live.computeIfAbsent(customerKey, key -> records.count(organization, key));
        difference.countCustomer(live, customerKey, moved);
    }

    private Noted note(Difference difference, boolean counted) {
        return log.note(organization, actor, action, subject, difference, counted);
    }

    /** A batch counts for a channel even when it has no record. */
    private BatchBuilder batch() {
        return Batch.of(organization, SessionTopics.DOMAIN).received(Channel.DESK.code(), 0);
    }

    private static SessionRecord of(SessionRecord before, CustomerName customer) {
        return new SessionRecord(
                before.organization(),
                before.id(),
                customer,
                before.region(),
                before.sessions(),
                before.source(),
                before.destination(),
                before.minutes(),
                before.observation(),
                before.highlight(),
                before.uploadedAt(),
                before.createdAt(),
                before.localDay(),
                before.origin(),
                before.revision() + 1);
    }
}
