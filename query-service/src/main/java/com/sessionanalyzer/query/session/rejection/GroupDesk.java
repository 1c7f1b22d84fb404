package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.query.session.rejection.Desk.Done;
import com.sessionanalyzer.query.session.rejection.SettlementLog.Written;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settles all rejections of a group, in bounded steps. */
final class GroupDesk {

    /** Rejections that one request looks at. */
    static final int MOST = 10_000;

    private static final int STEP = 200;
    private static final int MAX_STEP_CHARACTERS = 1 << 19;

    private final Rejections rejections;
    private final DeskTurns turns;
    private final SettlementLog log;

    GroupDesk(Rejections rejections, DeskTurns turns, SettlementLog log) {
        this.rejections = rejections;
        this.turns = turns;
        this.log = log;
    }

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
            int room = Math.toIntExact(MOST - count.selected());
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
        } while (step.last() != null && count.selected() < MOST);
        long remaining = step.last() == null ? 0 : rejections.countAfter(organization.id(), open(filter), last);
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
        List<SessionRejection> next =
                bounded(rejections.next(organization.id(), open(filter), after, Math.min(STEP, room)));
        List<Resubmission> fixed = new ArrayList<>();
        for (SessionRejection rejection : next) {
            String text = rule.apply(rejection.format(), rejection.text());
            Parsed parsed = Resubmission.parse(organization, rejection, text);
            if (parsed instanceof Parsed.Accepted accepted && !text.equals(rejection.text())) {
                fixed.add(Resubmission.of(organization, rejection, accepted));
                count.fixed(rejection, text);
            } else {
                count.rejected(rejection, text, parsed);
            }
        }
        return new Step(fixed, next.isEmpty() ? null : next.get(next.size() - 1).id(), Step.NOTHING);
    }

    /** As many as fit into one transaction; at least one. */
    private static List<SessionRejection> bounded(List<SessionRejection> next) {
        long characters = 0;
        for (int end = 0; end < next.size(); end++) {
            characters += next.get(end).text().length();
            if (characters > MAX_STEP_CHARACTERS && end > 0) {
                return next.subList(0, end);
            }
        }
        return next;
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

    /** Dismisses open rejections, or says how many that would be. */
    DismissSummary dismiss(
            Organization organization, Actor actor, RejectionFilter filter, String reason, boolean dryRun) {
        long selected = rejections.count(organization.id(), open(filter));
        if (dryRun) {
            return new DismissSummary(true, selected, Math.min(selected, MOST), Math.max(0, selected - MOST));
        }
        long dismissed = 0;
        UUID last = null;
        List<SessionRejection> step;
        do {
            UUID from = last;
            int room = Math.toIntExact(MOST - dismissed);
            step = turns.take(
                    organization.id(), turn -> dismissed(turn, organization, actor, filter, reason, from, room));
            dismissed += step.size();
            last = step.isEmpty() ? last : step.get(step.size() - 1).id();
        } while (!step.isEmpty() && dismissed < MOST);
        return new DismissSummary(false, Math.max(selected, dismissed), dismissed, Math.max(0, selected - dismissed));
    }

    private List<SessionRejection> dismissed(
            Turn turn,
            Organization organization,
            Actor actor,
            RejectionFilter filter,
            String reason,
            @Nullable UUID after,
            int room) {
        List<SessionRejection> next =
                bounded(rejections.next(organization.id(), open(filter), after, Math.min(STEP, room)));
        if (!next.isEmpty()) {
            turns.await(log.dismiss(turn, next, actor, reason).rejections());
        }
        return next;
    }

    private static RejectionFilter open(RejectionFilter filter) {
        return filter.in(RejectionState.OPEN);
    }
}
