package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dismisses all rejections of a group, in bounded steps. */
record GroupDismissals(GroupSteps steps, DeskTurns turns, SettlementLog log) {

    /** Dismisses open rejections, or says how many that would be. */
    DismissSummary dismiss(
            Organization organization, Actor actor, RejectionFilter filter, String reason, boolean dryRun) {
        long selected = steps.count(organization.id(), filter);
        if (dryRun) {
            return new DismissSummary(
                    true, selected, Math.min(selected, GroupSteps.MOST), Math.max(0, selected - GroupSteps.MOST));
        }
        long dismissed = 0;
        UUID last = null;
        List<SessionRejection> step;
        do {
            UUID from = last;
            int room = Math.toIntExact(GroupSteps.MOST - dismissed);
            step = turns.take(
                    organization.id(), turn -> dismissed(turn, organization, actor, filter, reason, from, room));
            dismissed += step.size();
            last = step.isEmpty() ? last : step.get(step.size() - 1).id();
        } while (!step.isEmpty() && dismissed < GroupSteps.MOST);
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
        List<SessionRejection> next = steps.next(organization.id(), filter, after, room);
        if (!next.isEmpty()) {
            turns.await(log.dismiss(turn, next, actor, reason).rejections());
        }
        return next;
    }
}
