package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.Batch;
import com.sessionanalyzer.intake.BatchBuilder;
import com.sessionanalyzer.intake.Fate;
import com.sessionanalyzer.intake.session.SessionDraft;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Corrects and deletes records, one change of each at a time, with its audit entry in the same transaction. */
final class SessionChanges {

    private final ChangeTurns turns;
    private final CurrentRecords records;
    private final ChangeLog log;
    private final CustomerLinks links;

    SessionChanges(ChangeTurns turns, CurrentRecords records, ChangeLog log, CustomerLinks links) {
        this.turns = turns;
        this.records = records;
        this.log = log;
        this.links = links;
    }

    /**
     * Gives the record a new version, or leaves it when nothing differs.
     *
     * @param reading what the record is to say, once it is known what it says now
     */
    Change correct(
            Organization organization,
            Actor actor,
            UUID id,
            Revision revision,
            Function<SessionRecord, SessionDraft> reading) {
        boolean counted = log.isCounted(organization.id());
        try (Turn turn = turns.ofRecord(organization.id(), id)) {
            CurrentRecords.Current current = records.require(organization.id(), id);
            SessionRecord before = current.record();
            revision.require(before.revision());
            SessionRecord after = Corrections.corrected(
                    before, reading.apply(before), current.shownCustomer(), organization.zone(), links);
            List<String> fields = Corrections.fields(before, after);
            if (fields.isEmpty()) {
                return new Change(before, fields, Difference.none(), null, Position.BEGINNING);
            }
            Difference difference = difference(organization.id(), before, after);
            Noted noted = log.note(organization.id(), actor, "record.corrected", id.toString(), difference, counted)
                    .fact("fields", String.join(",", fields))
                    .fact("revision", Integer.toString(after.revision()));
            Position position =
                    log.commit(turn, correction(noted, before, after).note(noted.entry()));
            return new Change(after, fields, difference, noted.before(), position);
        }
    }

    /** Deletes the record. */
    Change delete(OrganizationId organization, Actor actor, UUID id, Revision revision) {
        boolean counted = log.isCounted(organization);
        try (Turn turn = turns.ofRecord(organization, id)) {
            SessionRecord before = records.require(organization, id).record();
            revision.require(before.revision());
            Difference difference = difference(organization, before, null);
            Noted noted = log.note(organization, actor, "record.deleted", id.toString(), difference, counted)
                    .fact("revision", Integer.toString(before.revision()));
            BatchBuilder batch =
                    batch(before).entry(before.channel().code(), Fate.DELETED, log.tombstone(noted, before.key()));
            Position position = log.commit(turn, batch.note(noted.entry()));
            return new Change(before, List.of(), difference, noted.before(), position);
        }
    }

    /**
     * A record that moves to another key is a tombstone and a version for a reader of the topic, but one that was corrected in
     * the books: nothing came in, and none went.
     */
    private BatchBuilder correction(Noted noted, SessionRecord before, SessionRecord after) {
        String channel = after.channel().code();
        BatchBuilder batch = batch(before);
        if (!before.key().equals(after.key())) {
            batch.entry(channel, Fate.MOVED, log.tombstone(noted, before.key()));
        }
        return batch.entry(channel, Fate.CORRECTED, log.version(noted, after));
    }

    private static BatchBuilder batch(SessionRecord record) {
        return Batch.of(record.organization(), SessionTopics.DOMAIN);
    }

    private Difference difference(OrganizationId organization, SessionRecord before, @Nullable SessionRecord after) {
        Map<String, Long> live = new HashMap<>();
        live.put(
                before.customer().key(),
                records.count(organization, before.customer().key()));
        if (after != null) {
            live.computeIfAbsent(after.customer().key(), key -> records.count(organization, key));
        }
        return Difference.between(before, after, live);
    }
}
