package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionRecordText;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.Settled;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.SettledBefore;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.StillRejected;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.Unknown;
import com.sessionanalyzer.query.session.rejection.SettlementLog.Written;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Settlement;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Settles one rejection or, in bounded steps, all of a group. */
final class SettlingDesk implements Desk {

    /** Rejections that one request looks at. */
    static final int MOST = 10_000;

    private static final int STEP = 200;
    private static final int MAX_STEP_CHARACTERS = 1 << 19;

    private final Rejections rejections;
    private final DeskTurn turn;
    private final SettlementLog log;
    private final RecordedTwins twins;

    SettlingDesk(Rejections rejections, DeskTurn turn, SettlementLog log, RecordedTwins twins) {
        this.rejections = rejections;
        this.turn = turn;
        this.log = log;
        this.twins = twins;
    }

    @Override
    public Outcome resubmit(Organization organization, Actor actor, UUID id, @Nullable String text) {
        return settle(organization.id(), id, rejection -> {
            String now = text == null ? rejection.text() : text;
            Parsed parsed = parse(organization, rejection, now);
            if (parsed instanceof Parsed.Rejected still) {
                return rejection.settlement() != null
                        ? new SettledBefore(rejection)
                        : new StillRejected(rejection, now, still.violations());
            }
            Resubmission resubmission = Resubmission.of(organization, rejection, (Parsed.Accepted) parsed);
            return rejection.settlement() == null
                    ? resubmitted(resubmission, actor)
                    : resubmittedBefore(resubmission, rejection);
        });
    }

    private Outcome resubmitted(Resubmission resubmission, Actor actor) {
        Written written = log.resubmit(List.of(resubmission), actor, Map.of());
        turn.await(written.rejections());
        return new Settled(reread(resubmission.rejection()), resubmission.warnings(), written.records(), false);
    }

    private Outcome resubmittedBefore(Resubmission resubmission, SessionRejection settled) {
        return twins.isRecorded(resubmission.session())
                ? new Settled(settled, resubmission.warnings(), Position.BEGINNING, true)
                : new SettledBefore(settled);
    }

    @Override
    public Outcome dismiss(Organization organization, Actor actor, UUID id, String reason) {
        return settle(organization.id(), id, rejection -> {
            Settlement settlement = rejection.settlement();
            if (settlement != null) {
                boolean isSame = settlement.kind() == Settlement.Kind.DISMISSED
                        && settlement.reason().equals(reason);
                return isSame
                        ? new Settled(rejection, List.of(), Position.BEGINNING, true)
                        : new SettledBefore(rejection);
            }
            Written written = log.dismiss(List.of(rejection), actor, reason, Map.of());
            turn.await(written.rejections());
            return new Settled(reread(rejection), List.of(), Position.BEGINNING, false);
        });
    }

    private Outcome settle(OrganizationId organization, UUID id, Function<SessionRejection, Outcome> settling) {
        return turn.take(organization, () -> {
            Optional<SessionRejection> found = rejections.find(organization, id);
            return found.isEmpty() ? new Unknown() : settling.apply(found.get());
        });
    }

    private SessionRejection reread(SessionRejection rejection) {
        return rejections.find(rejection.organization(), rejection.id()).orElse(rejection);
    }

    @Override
    public Done<FixSummary> fix(
            Organization organization,
            Actor actor,
            RejectionFilter filter,
            FixRule rule,
            boolean dryRun,
            @Nullable UUID after) {
        Map<String, String> facts = Map.of("rule", rule.kind().code(), "field", rule.field());
        FixCount count = new FixCount();
        Position position = Position.BEGINNING;
        UUID last = after;
        Step step;
        do {
            UUID from = last;
            int room = Math.toIntExact(MOST - count.selected());
            step = dryRun
                    ? tried(organization, filter, rule, from, room, count)
                    : turn.take(organization.id(), () -> {
                        Step tried = tried(organization, filter, rule, from, room, count);
                        return tried.fixed().isEmpty() ? tried : tried.at(log.resubmit(tried.fixed(), actor, facts));
                    });
            position = position.and(step.written().records());
            turn.await(step.written().rejections());
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
            Parsed parsed = parse(organization, rejection, text);
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

    @Override
    public DismissSummary dismissAll(
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
            step = turn.take(organization.id(), () -> dismissed(organization, actor, filter, reason, from, room));
            dismissed += step.size();
            last = step.isEmpty() ? last : step.get(step.size() - 1).id();
        } while (!step.isEmpty() && dismissed < MOST);
        return new DismissSummary(false, Math.max(selected, dismissed), dismissed, Math.max(0, selected - dismissed));
    }

    private List<SessionRejection> dismissed(
            Organization organization,
            Actor actor,
            RejectionFilter filter,
            String reason,
            @Nullable UUID after,
            int room) {
        List<SessionRejection> next =
                bounded(rejections.next(organization.id(), open(filter), after, Math.min(STEP, room)));
        if (!next.isEmpty()) {
            turn.await(log.dismiss(next, actor, reason, Map.of()).rejections());
        }
        return next;
    }

    private static RejectionFilter open(RejectionFilter filter) {
        return filter.in(RejectionState.OPEN);
    }

    private static Parsed parse(Organization organization, SessionRejection rejection, String text) {
        return SessionRecordText.parse(
                rejection.format(), text, new Terms(organization.zone(), rejection.receivedAt()));
    }
}
