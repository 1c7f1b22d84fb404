package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.CustomerSnapshots;
import com.sessionanalyzer.query.session.KnownCustomer;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.AliasState;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import com.sessionanalyzer.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Merges customers, undoes that, and keeps others apart. The decision is written first, so that what comes in follows it; then
 * the records that were there before are moved. Both can be repeated: nothing is moved twice.
 */
final class CustomerMerges {

    private static final String MERGED = "customer.merged";
    private static final String UNMERGED = "customer.unmerged";
    private static final String KEPT_APART = "customers.kept_apart";

    private final ChangeTurns turns;
    private final CurrentRecords records;
    private final ChangeLog log;
    private final CustomerDecisions decisions;
    private final CustomerSnapshots customers;
    private final Clock clock;
    private final Duration grace;

    /**
     * @param grace how long after an undoing records are still looked for that were sent by then to the other customer
     */
    CustomerMerges(
            ChangeTurns turns,
            CurrentRecords records,
            ChangeLog log,
            CustomerDecisions decisions,
            CustomerSnapshots customers,
            Clock clock,
            Duration grace) {
        this.turns = turns;
        this.records = records;
        this.log = log;
        this.decisions = decisions;
        this.customers = customers;
        this.clock = clock;
        this.grace = grace;
    }

    /** A merge or an undoing as it stands after a request. */
    record Merged(String key, CustomerLink.Alias alias, CustomerMove move) {}

    /** Moves all records of a customer to another, and has those that come in later follow. */
    Merged merge(OrganizationId organization, Actor actor, String name, String other) {
        try (Turn turn = turns.ofOrganization(organization)) {
            decisions.catchUp();
            records.catchUp();
            MergePlan plan = MergePlan.of(decisions.links(), organization, name, other);
            CustomerLinkKey.Alias key = new CustomerLinkKey.Alias(organization, plan.key());
            CustomerSweep sweep = sweep(organization, plan.key(), actor, MERGED, plan.key());
            CustomerLink.Alias alias = decisions.links().find(organization, plan.key());
            if (!plan.isMerged() || alias == null) {
                require(organization, plan.key(), name);
                require(organization, plan.into(), other);
                alias = new CustomerLink.Alias(
                        shown(organization, plan.key(), name),
                        plan.into(),
                        shown(organization, plan.into(), other),
                        AliasState.MERGING,
                        actor.name(),
                        now(),
                        0);
                decide(turn, sweep, key, alias);
            }
            return moved(turn, sweep, key, alias);
        }
    }

    /** Has the records that are spelled as a merged customer be those of it again. */
    Merged undo(OrganizationId organization, Actor actor, String name) {
        try (Turn turn = turns.ofOrganization(organization)) {
            decisions.catchUp();
            records.catchUp();
            String alias = MergePlan.key("customer", name);
            CustomerLinkKey.Alias key = new CustomerLinkKey.Alias(organization, alias);
            CustomerLink.Alias merged = decisions.links().find(organization, alias);
            if (merged == null) {
                throw ProblemException.of(
                        ProblemType.NOT_FOUND, "“" + name + "” was not merged into another customer.");
            }
            String source = decisions.links().resolve(organization, merged.into());
            CustomerSweep sweep = sweep(organization, source, actor, UNMERGED, alias);
            boolean isNew = merged.state().isFollowed();
            CustomerLink.Alias undoing = isNew ? merged.undoing(actor.name(), now()) : merged;
            if (isNew) {
                decide(turn, sweep, key, undoing);
            }
            return moved(turn, sweep, key, undoing);
        }
    }

    /** Says that two customers are not the same, for good. */
    void keepApart(OrganizationId organization, Actor actor, String name, String other) {
        try (Turn turn = turns.ofOrganization(organization)) {
            decisions.catchUp();
            String one = decisions.links().resolve(organization, MergePlan.key("customer", name));
            String two = decisions.links().resolve(organization, MergePlan.key("other", other));
            if (one.equals(two)) {
                throw MergePlan.conflict("“" + name + "” and “" + other + "” are the same customer; undo their merge.");
            }
            if (decisions.links().areApart(organization, one, two)) {
                return;
            }
            CustomerLinkKey.Apart key = CustomerLinkKey.Apart.of(organization, one, two);
            CustomerLink apart = new CustomerLink.Apart(
                    shown(organization, key.key(), name),
                    shown(organization, key.otherKey(), other),
                    actor.name(),
                    now());
            sweep(organization, one, actor, KEPT_APART, one + "\t" + two)
                    .decide(turn, CustomerDecisions.note(key, apart));
            decisions.catchUp();
        }
    }

    /** Moves what was left behind by a request that broke off, or came in on the way; does nothing when all is in place. */
    void settle(CustomerLinkKey.Alias key) {
        try (Turn turn = turns.ofOrganization(key.organization())) {
            decisions.catchUp();
            records.catchUp();
            CustomerLink.Alias alias = decisions.links().find(key.organization(), key.key());
            if (alias != null) {
                boolean isMerge = alias.state().isFollowed();
                String source = isMerge ? key.key() : decisions.links().resolve(key.organization(), alias.into());
                Actor actor = alias.actor().isBlank() ? Actor.ANONYMOUS : new Actor(alias.actor());
                moved(
                        turn,
                        sweep(key.organization(), source, actor, isMerge ? MERGED : UNMERGED, key.key()),
                        key,
                        alias);
            }
        }
    }

    private void decide(Turn turn, CustomerSweep sweep, CustomerLinkKey.Alias key, CustomerLink.Alias alias) {
        sweep.decide(turn, CustomerDecisions.note(key, alias));
        decisions.catchUp();
    }

    private Merged moved(Turn turn, CustomerSweep sweep, CustomerLinkKey.Alias key, CustomerLink.Alias alias) {
        CustomerMove move = sweep.run(turn);
        CustomerLink.Alias now = alias.with(stateOf(alias), alias.records() + move.records());
        if (!now.equals(alias)) {
            log.commit(turn, sweep.decision(CustomerDecisions.note(key, now)));
            decisions.catchUp();
        }
        return new Merged(key.key(), now, move);
    }

    /** An undoing is settled when nobody can be on the way any more who did not know of it. */
    private AliasState stateOf(CustomerLink.Alias alias) {
        boolean isLate = clock.instant().isAfter(alias.at().plus(grace));
        return alias.state().isFollowed() || isLate ? alias.state().settled() : alias.state();
    }

    private CustomerSweep sweep(
            OrganizationId organization, String source, Actor actor, String action, String subject) {
        return new CustomerSweep(records, log, decisions.links(), organization, source, actor, action, subject);
    }

    private void require(OrganizationId organization, String key, String name) {
        if (records.count(organization, key) == 0) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "There is no record of “" + name + "”.");
        }
    }

    private String shown(OrganizationId organization, String key, String otherwise) {
        return customers.find(organization, key).map(KnownCustomer::displayName).orElse(otherwise);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
