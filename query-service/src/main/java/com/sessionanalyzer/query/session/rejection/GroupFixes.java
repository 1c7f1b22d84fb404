package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.query.session.rejection.Desk.Done;
import com.sessionanalyzer.query.session.rejection.SettlementLog.Written;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts all rejections of a group right by a rule, in bounded steps. */
record GroupFixes(GroupSteps steps, DeskTurns turns, SettlementLog log, CustomerLinks links) {

    /** Puts open rejections right by a rule, or says what that would do. */
    Done<FixSummary> fix(
            Organization organization,
            Actor actor,
            RejectionFilter filter,
            FixRule rule,
            boolean dryRun,
            @Nullable UUID after) {
        Map<String, String> facts = rule.facts();
        FixCount count = new FixCount();
        Position position = Position.BEGINNING;
        UUID last = after;
        Step step;
        do {
            UUID from = last;
            int room = Math.toIntExact(GroupSteps.MOST - count.selected());
            step = dryRun
                    ? tried(organization, filter, rule, from, room, count)
                    : turns.take(organization.id(), turn -> {
                        Step tried = tried(organization, filter, rule, from, room, count);
                        return tried.fixed().isEmpty()
                                ? tried
                                : tried.at(log.resubmit(turn, tried.fixed(), actor, facts));
                    });
            position = position.and(step.written().records());
            turns.await(step.written().rejections());
            last = step.last() == null ? last : step.last();
        } while (step.last() != null && count.selected() < GroupSteps.MOST);
        long remaining = step.last() == null ? 0 : steps.countAfter(organization.id(), filter, last);
        return new Done<>(count.summary(dryRun, remaining, remaining == 0 ? null : last), position);
    }

    /** Reads the next open rejections again after the rule, without writing anything. */
    private Step tried(
            Organization organization,
            RejectionFilter filter,
            FixRule rule,
            @Nullable UUID after,
            int room,
            FixCount count) {
        List<SessionRejection> next = steps.next(organization.id(), filter, after, room);
        List<Resubmission> fixed = new ArrayList<>();
        for (SessionRejection rejection : next) {
            String text = rule.apply(rejection.format(), rejection.text());
            Parsed parsed = Resubmission.parse(organization, rejection, text);
            if (parsed instanceof Parsed.Accepted accepted && !text.equals(rejection.text())) {
                fixed.add(Resubmission.of(organization, rejection, accepted, links));
                count.fixed(rejection, text);
            } else {
                count.rejected(rejection, text, parsed);
            }
        }
        return new Step(fixed, next.isEmpty() ? null : next.get(next.size() - 1).id(), Step.NOTHING);
    }

    /**
     * Some rejections of a group.
     *
     * @param fixed those that keep every rule now
     * @param last  the last that was looked at; null when there was none
     */
    private record Step(List<Resubmission> fixed, @Nullable UUID last, Written written) {

        static final Written NOTHING = new Written(Position.BEGINNING, Position.BEGINNING);

        Step at(Written place) {
            return new Step(fixed, last, place);
        }
    }
}
