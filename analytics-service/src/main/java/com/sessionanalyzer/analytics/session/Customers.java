package com.sessionanalyzer.analytics.session;

import com.sessionanalyzer.analytics.cube.Change;
import com.sessionanalyzer.analytics.cube.Subjects;
import com.sessionanalyzer.analytics.cube.TallyName;
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

    private static final TallyName CUSTOMERS = new TallyName(SessionCube.CUSTOMERS, "");
    private static final TallyName REPEAT_CUSTOMERS = new TallyName(SessionCube.REPEAT_CUSTOMERS, "");
    private static final String BY_REGION = SessionCube.customersBy(SessionCube.REGION);
    private static final String BY_SOURCE = SessionCube.customersBy(SessionCube.SOURCE);
    private static final String BY_DESTINATION = SessionCube.customersBy(SessionCube.DESTINATION);

    @Override
    public byte[] key(SessionRecord session) {
        return new CustomerKey.Customer(
                        session.organization(), session.customer().key())
                .encode();
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
        return activity.records() > 1 ? Set.of(CUSTOMERS, REPEAT_CUSTOMERS) : Set.of(CUSTOMERS);
    }

    @Override
    public Set<TallyName> talliesWith(SessionRecord session) {
        return Set.of(
                new TallyName(BY_REGION, session.region()),
                new TallyName(BY_SOURCE, session.source()),
                new TallyName(BY_DESTINATION, session.destination()));
    }

    @Override
    public List<byte[]> partsWith(SessionRecord session) {
        return List.of(new CustomerKey.Route(
                        session.organization(),
                        session.customer().key(),
                        session.region(),
                        session.source(),
                        session.destination())
                .encode());
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
    public byte[] encode(Activity activity) {
        return activity.encode();
    }

    @Override
    public Activity decode(byte[] entry) {
        return (Activity) CustomerEntry.decode(entry);
    }

    @Override
    public byte[] progressKey(int shard) {
        return new CustomerKey.Progress(shard).encode();
    }

    @Override
    public byte[] progress(long offset, Instant asOf) {
        return new CustomerEntry.Progress(offset, asOf).encode();
    }
}
