package com.sessionanalyzer.query.session.rejection;

import static com.sessionanalyzer.query.session.rejection.SentRejections.aRejection;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionRecordText;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.Settled;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.SettledBefore;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.StillRejected;
import com.sessionanalyzer.query.session.rejection.Desk.Outcome.Unknown;
import com.sessionanalyzer.query.session.rejection.ReasonGroup.Example;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Settlement;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A desk over rejections in memory, for pages without Kafka and a database. */
public final class FixedRejections implements Rejections, Desk {

    static final UUID DELIVERY = new UUID(0x0190_0000_0000_7000L, 42);

    public final List<SessionRejection> all = new ArrayList<>();

    public FixedRejections() {
        refill();
    }

    public void refill() {
        all.clear();
        all.add(aRejection().channel(Channel.BULK).delivery(DELIVERY).line(1204).of("""
            Customer: northwind-traders.example [25 mins]
            Region: EU
            Sessions: 3 sessions
            Source: FB Pages
            Destination: BigQuery
            Observation: Connector errors do not say what to do.
            The customer gave up after the third try.\
            """));
        all.add(aRejection()
                .channel(Channel.TEXT)
                .line(8)
                .of("Customer: blue-yonder.example\nSource: Stripe\nSessions: many"));
        all.add(
                aRejection()
                        .channel(Channel.API)
                        .format(RecordFormat.JSON)
                        .line(0)
                        .of(
                                "{\"customer\":\"fabrikam.example\",\"region\":\"US\",\"sessions\":250000,\"source\":\"MySQL\",\"destination\":\"Snowflake\",\"colour\":\"red\"}"));
        all.add(aRejection()
                .channel(Channel.BULK)
                .delivery(DELIVERY)
                .format(RecordFormat.CSV)
                .line(52)
                .of("customer;region;sessions;source;destination;time_consumed\n"
                        + "contoso.example;India;4;MySQL;Redshift;300"));
        all.add(aRejection().channel(Channel.STREAM).of("Region: EU\nSessions: 3\nSource: <b>a</b>\nDestination: b"));
        for (int number = 0; number < 25; number++) {
            all.add(aRejection()
                    .line(number + 1)
                    .of("Customer: client-" + number + ".example\nRegion: EU\nSessions: " + number
                            + " sessions\nSource: a\nDestination: b"));
        }
    }

    @Override
    public RejectionPage page(OrganizationId organization, RejectionFilter filter, int page, int pageSize) {
        List<SessionRejection> found = found(filter);
        int from = Math.min(found.size(), (page - 1) * pageSize);
        return new RejectionPage(
                found.subList(from, Math.min(found.size(), from + pageSize)), found.size(), page, pageSize);
    }

    @Override
    public ReasonGroups groups(OrganizationId organization, RejectionFilter filter, int limit) {
        List<ReasonGroup> all = groups(filter);
        return new ReasonGroups(
                all.subList(0, Math.min(limit, all.size())),
                all.size(),
                all.stream().mapToLong(ReasonGroup::count).sum());
    }

    private List<ReasonGroup> groups(RejectionFilter filter) {
        Map<RejectionReason, List<SessionRejection>> groups = new LinkedHashMap<>();
        found(filter)
                .forEach(each -> RejectionReason.all(each.violations())
                        .forEach(reason -> groups.computeIfAbsent(reason, none -> new ArrayList<>())
                                .add(each)));
        return groups.entrySet().stream()
                .map(group -> new ReasonGroup(
                        group.getKey().code(),
                        group.getKey().field(),
                        group.getKey().rule(),
                        group.getValue().size(),
                        group.getValue().get(0).receivedAt(),
                        new Example(group.getValue().get(0).id(), "3 sessions", "Sessions must be a valid number")))
                .sorted((one, other) -> Long.compare(other.count(), one.count()))
                .toList();
    }

    @Override
    public long count(OrganizationId organization, RejectionFilter filter) {
        return found(filter).size();
    }

    @Override
    public Optional<SessionRejection> find(OrganizationId organization, UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public List<SessionRejection> naming(
            OrganizationId organization, String customerKey, @Nullable UUID after, int limit) {
        return List.of();
    }

    @Override
    public List<SessionRejection> next(
            OrganizationId organization, RejectionFilter filter, @Nullable UUID after, int limit) {
        return found(filter).stream()
                .filter(each -> after == null || each.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public long countAfter(OrganizationId organization, RejectionFilter filter, @Nullable UUID after) {
        return next(organization, filter, after, Integer.MAX_VALUE).size();
    }

    @Override
    public void each(OrganizationId organization, RejectionFilter filter, Consumer<SessionRejection> consumer) {
        found(filter).forEach(consumer);
    }

    private List<SessionRejection> found(RejectionFilter filter) {
        return all.stream()
                .filter(each -> filter.state() == RejectionState.ALL
                        || (filter.state() == RejectionState.OPEN) == (each.settlement() == null))
                .filter(each -> filter.channel() == null || each.origin().channel() == filter.channel())
                .filter(each -> filter.delivery() == null
                        || filter.delivery().equals(each.origin().delivery()))
                .filter(each -> filter.reason() == null
                        || RejectionReason.all(each.violations()).stream()
                                .anyMatch(reason -> reason.code().equals(filter.reason())))
                .toList();
    }

    @Override
    public Outcome resubmit(Organization organization, Actor actor, UUID id, @Nullable String text) {
        return find(organization.id(), id)
                .map(rejection -> resubmit(organization, rejection, text == null ? rejection.text() : text))
                .orElseGet(Unknown::new);
    }

    private Outcome resubmit(Organization organization, SessionRejection rejection, String text) {
        if (rejection.settlement() != null) {
            return new SettledBefore(rejection);
        }
        Parsed parsed = parsed(organization, rejection, text);
        if (parsed instanceof Parsed.Rejected still) {
            return new StillRejected(rejection, text, still.violations());
        }
        Settlement end =
                new Settlement(Settlement.Kind.RESUBMITTED, NOW, "anonymous", "", Resubmission.recordId(rejection));
        return new Settled(settle(rejection, end), List.of(), Position.of(1, 2), false);
    }

    private static final Instant NOW = Instant.parse("2026-11-20T21:05:09Z");

    private static Parsed parsed(Organization organization, SessionRejection rejection, String text) {
        return SessionRecordText.parse(
                rejection.format(), text, new Terms(organization.zone(), rejection.receivedAt()));
    }

    private SessionRejection settle(SessionRejection rejection, Settlement end) {
        SessionRejection settled = rejection.settled(end);
        all.replaceAll(each -> each.id().equals(rejection.id()) ? settled : each);
        return settled;
    }

    @Override
    public Outcome dismiss(Organization organization, Actor actor, UUID id, String reason) {
        return find(organization.id(), id)
                .<Outcome>map(rejection -> new Settled(
                        settle(rejection, new Settlement(Settlement.Kind.DISMISSED, NOW, actor.name(), reason, null)),
                        List.of(),
                        Position.BEGINNING,
                        false))
                .orElseGet(Unknown::new);
    }

    @Override
    public Done<FixSummary> fix(
            Organization organization,
            Actor actor,
            RejectionFilter filter,
            FixRule rule,
            boolean dryRun,
            @Nullable UUID after) {
        FixCount count = new FixCount();
        for (SessionRejection rejection : found(filter)) {
            String text = rule.apply(rejection.format(), rejection.text());
            Parsed parsed = parsed(organization, rejection, text);
            if (parsed instanceof Parsed.Accepted) {
                count.fixed(rejection, text);
                if (!dryRun) {
                    resubmit(organization, rejection, text);
                }
            } else {
                count.rejected(rejection, text, parsed);
            }
        }
        return new Done<>(count.summary(dryRun, 0, null), Position.BEGINNING);
    }

    @Override
    public DismissSummary dismissAll(
            Organization organization, Actor actor, RejectionFilter filter, String reason, boolean dryRun) {
        List<SessionRejection> found = found(filter);
        found.forEach(each -> dismiss(organization, actor, each.id(), reason));
        return new DismissSummary(dryRun, found.size(), found.size(), 0);
    }
}
