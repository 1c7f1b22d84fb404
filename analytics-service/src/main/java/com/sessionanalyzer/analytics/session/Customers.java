package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.cube.Change;
import com.sessionanalyzer.analytics.cube.EntryKey;
import com.sessionanalyzer.analytics.cube.SubjectEntry;
import com.sessionanalyzer.analytics.cube.Subjects;
import com.sessionanalyzer.analytics.cube.TallyName;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionCube;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Customers as the distinct things that session records are about. */
final class Customers implements Subjects<SessionRecord, Activity> {

    private static final Set<TallyName> ONCE = Set.of(new TallyName(SessionCube.CUSTOMERS, ""));
    private static final Set<TallyName> REPEATED =
            Set.of(new TallyName(SessionCube.CUSTOMERS, ""), new TallyName(SessionCube.REPEAT_CUSTOMERS, ""));

    /** For each position of a part. */
    private static final List<String> BY_VALUE = List.of(
            SessionCube.customersBy(SessionCube.REGION),
            SessionCube.customersBy(SessionCube.SOURCE),
            SessionCube.customersBy(SessionCube.DESTINATION));

    private final int mostParts;

    Customers(int mostParts) {
        this.mostParts = mostParts;
    }

    @Override
    public EntryKey key(SessionRecord session) {
        return new CustomerOf(session.organization(), session.customer().key());
    }

    @Override
    public byte[] recordPrefix(SessionRecord session) {
        return SessionRecordKey.customerPrefix(
                session.organization(), session.customer().key());
    }

    @Override
    public @Nullable Activity fold(
            @Nullable Activity activity, Change<SessionRecord> change, Supplier<Stream<SessionRecord>> live) {
        return new ActivityFold(activity, change).result(live);
    }

    @Override
    public Set<TallyName> talliesOf(Activity activity) {
        return activity.records() > 1 ? REPEATED : ONCE;
    }

    @Override
    public List<String> part(SessionRecord session) {
        return List.of(session.region(), session.source(), session.destination());
    }

    @Override
    public TallyName tallyWith(int position, String value) {
        return new TallyName(BY_VALUE.get(position), value);
    }

    @Override
    public int mostParts() {
        return mostParts;
    }

    @Override
    public EntryKey partKey(SessionRecord session, List<String> route) {
        return new RouteOf(session.organization(), session.customer().key(), route);
    }

    @Override
    public byte[] encodePart(long records) {
        return new CustomerEntry.Visits(records).encode();
    }

    @Override
    public long decodePart(byte[] entry) {
        return ((CustomerEntry.Visits) CustomerEntry.decode(entry)).records();
    }

    @Override
    public byte[] encode(SubjectEntry<Activity> customer) {
        return customer.state().with(customer.parts()).encode();
    }

    @Override
    public SubjectEntry<Activity> decode(byte[] entry) {
        Activity activity = (Activity) CustomerEntry.decode(entry);
        return new SubjectEntry<>(activity.with(null), activity.routes());
    }

    @Override
    public byte[] progressKey(int shard) {
        return new CustomerKey.Progress(shard).encode();
    }

    @Override
    public byte[] progress(long offset, Instant asOf) {
        return new CustomerEntry.Progress(offset, asOf).encode();
    }

    /** Names a customer's entry. */
    private record CustomerOf(OrganizationId organization, String key) implements EntryKey {

        @Override
        public byte[] encode() {
            return new CustomerKey.Customer(organization, key).encode();
        }
    }

    /** Names the entry of a customer's route. */
    private record RouteOf(OrganizationId organization, String key, List<String> route) implements EntryKey {

        @Override
        public byte[] encode() {
            return new CustomerKey.Route(organization, key, route.get(0), route.get(1), route.get(2)).encode();
        }
    }
}
