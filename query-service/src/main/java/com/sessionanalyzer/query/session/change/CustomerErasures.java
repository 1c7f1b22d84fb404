package com.sessionanalyzer.query.session.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sessionanalyzer.intake.Batch;
import com.sessionanalyzer.intake.BatchBuilder;
import com.sessionanalyzer.intake.Fate;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.change.StoredSessions.Rejected;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.security.Actor;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Erases customers: each record with its past, what it was put right from, and each rejection that names one. It goes in parts that are
 * each committed whole, with an audit entry each that names the customer by a digest only.
 */
final class CustomerErasures {

    private static final int PART = 2_000;

    private final ChangeTurns turns;
    private final CurrentRecords records;
    private final ChangeLog log;
    private final CustomerDecisions decisions;

    CustomerErasures(ChangeTurns turns, CurrentRecords records, ChangeLog log, CustomerDecisions decisions) {
        this.turns = turns;
        this.records = records;
        this.log = log;
        this.decisions = decisions;
    }

    /**
     * How much there is of a customer now, under all names that were merged into it.
     *
     * @param past versions of records that were deleted, corrected, or went to another customer
     */
    record Found(String customerKey, List<String> names, long records, long rejections, long past) {}

    /**
     * What an erasure would find.
     *
     * @param name of the customer, in any spelling
     */
    Found find(OrganizationId organization, String name) {
        String key =
                decisions.links().resolve(organization, CustomerName.of(name).key());
        List<String> names = NamedLinks.names(decisions.links(), organization, key);
        Found found = new Found(
                key,
                names,
                records.count(organization, key),
                records.countRejections(organization, key, names),
                names.stream()
                        .mapToLong(each -> records.countPast(organization, each))
                        .sum());
        boolean isDecided =
                NamedLinks.of(decisions.links(), organization, names).findAny().isPresent();
        if (found.records == 0 && found.rejections == 0 && found.past == 0 && !isDecided) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "There is nothing of this customer.");
        }
        return found;
    }

    /** Erases all that was answered before; what comes in meanwhile is new and stays. */
    Erased erase(OrganizationId organization, Actor actor, String name) {
        try (Turn turn = turns.ofOrganization(organization)) {
            decisions.catchUp();
            records.catchUp();
            Found found = find(organization, name);
            return new Erasure(organization, actor, found).run(turn);
        }
    }

    /** One erasure. */
    private final class Erasure {

        private final OrganizationId organization;
        private final Actor actor;
        private final String customerKey;
        private final List<String> names;
        private final String subject;
        private final Map<String, Long> live = new HashMap<>();
        private List<String> onlyPast;
        private boolean counted;
        private @Nullable UUID lastRecord;
        private @Nullable UUID lastRejection;

        Erasure(OrganizationId organization, Actor actor, Found found) {
            this.organization = organization;
            this.actor = actor;
            this.customerKey = found.customerKey();
            this.names = found.names();
            this.subject = digest(customerKey);
            this.live.put(customerKey, found.records());
            this.onlyPast = names.stream()
                    .filter(name -> found.records() == 0 || !name.equals(customerKey))
                    .filter(name -> records.countPast(organization, name) > 0)
                    .toList();
        }

        Erased run(Turn turn) {
            Erased erased = Erased.nothing();
            List<SessionRecord> versions = nextRecords();
            List<Rejected> rejected = nextRejections(versions);
            for (int part = 1; !onlyPast.isEmpty() || !versions.isEmpty() || !rejected.isEmpty(); part++) {
                counted = log.isCounted(organization);
                erased = erased.and(part(turn, part, versions, rejected));
                records.await(erased.position());
                versions = nextRecords();
                rejected = nextRejections(versions);
            }
            return erased.and(forgotten(turn));
        }

        /** What was decided about the customer names it, so that goes too, last: until then all its names are known. */
        private Erased forgotten(Turn turn) {
            List<CustomerLinkKey> links =
                    NamedLinks.of(decisions.links(), organization, names).toList();
            if (links.isEmpty()) {
                return Erased.nothing();
            }
            Noted noted = log.note(organization, actor, "customer.erased", subject, Difference.none(), false)
                    .fact("decisions", Integer.toString(links.size()));
            BatchBuilder batch = Batch.of(organization, SessionTopics.DOMAIN).received(Channel.DESK.code(), 0);
            links.forEach(link -> batch.note(CustomerDecisions.note(link, null)));
            Position position = log.commit(turn, batch.note(noted.entry()));
            decisions.catchUp();
            return new Erased(0, 0, Difference.none(), null, position);
        }

        private Erased part(Turn turn, int part, List<SessionRecord> versions, List<Rejected> rejected) {
            Difference difference = Difference.none();
            Noted noted = log.note(organization, actor, "customer.erased", subject, difference, counted)
                    .fact("part", Integer.toString(part))
                    .fact("records", Integer.toString(versions.size()))
                    .fact("rejections", Integer.toString(rejected.size()));
            BatchBuilder batch = Batch.of(organization, SessionTopics.DOMAIN);
            for (SessionRecord version : versions) {
                difference.count(version, -1);
                batch.entry(version.channel().code(), Fate.DELETED, log.erasure(noted, version.key()));
            }
            onlyPast.forEach(name -> batch.entry(Channel.API.code(), Fate.MOVED, log.erasureOfPast(noted, name)));
            onlyPast = List.of();
            difference.countCustomer(live, customerKey, -versions.size());
            rejected.forEach(
                    gone -> batch.entry(gone.channel(), Fate.SETTLED, log.rejectionTombstone(noted, gone.id())));
            return new Erased(
                    versions.size(),
                    rejected.size(),
                    difference,
                    noted.before(),
                    log.commit(turn, batch.note(noted.entry())));
        }

        private List<SessionRecord> nextRecords() {
            List<SessionRecord> next = records.of(organization, customerKey, lastRecord, PART);
            if (!next.isEmpty()) {
                lastRecord = next.get(next.size() - 1).id();
            }
            return next;
        }

        /** The next that name the customer, and those that these records were put right from, whomever they name. */
        private List<Rejected> nextRejections(List<SessionRecord> versions) {
            List<Rejected> next = new ArrayList<>(records.rejectionsOf(organization, names, lastRejection, PART));
            if (!next.isEmpty()) {
                lastRejection = next.get(next.size() - 1).id();
            }
            Set<UUID> origins = versions.stream()
                    .map(version -> version.origin().rejection())
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            next.addAll(records.rejectionsNamingOthers(organization, names, origins));
            return next;
        }
    }

    /** What a customer is called where its name must not stand. */
    static String digest(String customerKey) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(customerKey.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
