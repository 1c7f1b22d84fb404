package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.Note;
import com.sessionanalyzer.query.session.SessionTotals;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.audit.AuditEntry;
import com.sessionanalyzer.schema.audit.AuditTopic;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Actor;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of a change: the totals that it moves, and nothing that a record says.
 *
 * @param before what all records add up to without it; null when that is not known
 */
record Noted(
        OrganizationId organization,
        UUID id,
        Instant at,
        Actor actor,
        String action,
        String subject,
        SortedMap<String, String> facts,
        @Nullable SessionTotals before,
        Difference difference) {

    Noted fact(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return new Noted(organization, id, at, actor, action, subject, more, before, difference);
    }

    /** The note that belongs into the transaction of the change. */
    Note entry() {
        SortedMap<String, Long> numbersBefore = new TreeMap<>();
        SortedMap<String, Long> numbersAfter = new TreeMap<>();
        if (before != null) {
            difference.numbers().forEach((name, moved) -> {
                long was = before.numbers().getOrDefault(name, 0L);
                numbersBefore.put(name, was);
                numbersAfter.put(name, was + moved);
            });
        }
        return Note.of(AuditTopic.message(new AuditEntry(
                organization,
                id,
                at,
                actor.name(),
                SessionTopics.DOMAIN,
                action,
                subject,
                facts,
                numbersBefore,
                numbersAfter)));
    }
}
