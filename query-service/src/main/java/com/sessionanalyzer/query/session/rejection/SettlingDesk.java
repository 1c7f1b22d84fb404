package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.Settled;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.SettledBefore;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.StillRejected;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.Unknown;
import com.sessionanalyzer.query.session.rejection.SettlementLog.Written;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Settlement;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Settles one rejection, and has all of a group settled. */
final class SettlingDesk implements Desk {

    private final Rejections rejections;
    private final DeskTurns turns;
    private final SettlementLog log;
    private final RecordedTwins twins;
    private final CustomerLinks links;
    private final GroupFixes fixes;
    private final GroupDismissals dismissals;

    SettlingDesk(Rejections rejections, DeskTurns turns, SettlementLog log, RecordedTwins twins, CustomerLinks links) {
        this.rejections = rejections;
        this.turns = turns;
        this.log = log;
        this.twins = twins;
        this.links = links;
        GroupSteps steps = new GroupSteps(rejections);
        this.fixes = new GroupFixes(steps, turns, log, links);
        this.dismissals = new GroupDismissals(steps, turns, log);
    }

    @Override
    public Outcome resubmit(Organization organization, Actor actor, UUID id, @Nullable String text) {
        return settle(organization.id(), id, (turn, rejection) -> {
            String now = text == null ? rejection.text() : text;
            Parsed parsed = Resubmission.parse(organization, rejection, now);
            if (parsed instanceof Parsed.Rejected still) {
                return rejection.settlement() != null
                        ? new SettledBefore(rejection)
                        : new StillRejected(rejection, now, still.violations());
            }
            Resubmission resubmission = Resubmission.of(organization, rejection, (Parsed.Accepted) parsed, links);
            return rejection.settlement() == null
                    ? resubmitted(turn, resubmission, actor)
                    : resubmittedBefore(resubmission, rejection);
        });
    }

    private Outcome resubmitted(Turn turn, Resubmission resubmission, Actor actor) {
        Written written = log.resubmit(turn, List.of(resubmission), actor, Map.of());
        turns.await(written.rejections());
        return new Settled(reread(resubmission.rejection()), resubmission.warnings(), written.records(), false);
    }

    private Outcome resubmittedBefore(Resubmission resubmission, SessionRejection settled) {
        return twins.isRecorded(resubmission.session())
                ? new Settled(settled, resubmission.warnings(), Position.BEGINNING, true)
                : new SettledBefore(settled);
    }

    @Override
    public Outcome dismiss(Organization organization, Actor actor, UUID id, String reason) {
        return settle(organization.id(), id, (turn, rejection) -> {
            Settlement settlement = rejection.settlement();
            if (settlement != null) {
                boolean isSame = settlement.kind() == Settlement.Kind.DISMISSED
                        && settlement.reason().equals(reason);
                return isSame
                        ? new Settled(rejection, List.of(), Position.BEGINNING, true)
                        : new SettledBefore(rejection);
            }
            Written written = log.dismiss(turn, List.of(rejection), actor, reason);
            turns.await(written.rejections());
            return new Settled(reread(rejection), List.of(), Position.BEGINNING, false);
        });
    }

    private Outcome settle(OrganizationId organization, UUID id, BiFunction<Turn, SessionRejection, Outcome> settling) {
        return turns.take(organization, turn -> {
            Optional<SessionRejection> found = rejections.find(organization, id);
            return found.isEmpty() ? new Unknown() : settling.apply(turn, found.get());
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
        return fixes.fix(organization, actor, filter, rule, dryRun, after);
    }

    @Override
    public DismissSummary dismissAll(
            Organization organization, Actor actor, RejectionFilter filter, String reason, boolean dryRun) {
        return dismissals.dismiss(organization, actor, filter, reason, dryRun);
    }
}
