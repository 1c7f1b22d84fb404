package com.sessionanalyzer.torture.simulation;

import static com.sessionanalyzer.testing.SessionRecords.aSession;

import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to records, as the product writes it to the log: they come, come again, are corrected, move and go. */
final class History {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final List<String> CUSTOMERS = List.of("one.example", "ONE.example", "two.example", "three.example");
    private static final List<String> REGIONS = List.of("EU", "US");
    private static final List<String> SYSTEMS = List.of("MySQL", "BQ");

    private final SourceLog log;
    private final Random random;
    private final List<SessionRecord> live = new ArrayList<>();
    private int ids;

    History(SourceLog log, Random random) {
        this.log = log;
        this.random = random;
    }

    void happen() {
        int dice = random.nextInt(100);
        if (live.isEmpty() || dice < 40) {
            put(fresh());
        } else if (dice < 50) {
            again(any());
        } else if (dice < 65) {
            replace(any(), false);
        } else if (dice < 77) {
            replace(any(), true);
        } else if (dice < 94) {
            remove(null);
        } else if (dice < 98) {
            remove(new byte[] {1, 2, 3});
        } else {
            log.append(random.nextInt(log.partitions()), null, new byte[] {1}, now());
        }
    }

    /** A repetition, which says nothing new. */
    private void again(SessionRecord record) {
        append(record.key(), SessionRecordCodec.encode(record));
    }

    private void put(SessionRecord record) {
        live.add(record);
        append(record.key(), SessionRecordCodec.encode(record));
    }

    /** A correction; of the customer too, it is a tombstone of the old key and a version under the new one. */
    private void replace(SessionRecord old, boolean moving) {
        SessionRecord next =
                version(old, moving ? any(CUSTOMERS) : old.customer().spelling(), old.createdAt(), old.revision() + 1);
        live.remove(old);
        if (!next.key().equals(old.key())) {
            append(old.key(), null);
        }
        put(next);
    }

    private void remove(byte @Nullable [] value) {
        SessionRecord gone = any();
        live.remove(gone);
        append(gone.key(), value);
    }

    private void append(SessionRecordKey key, byte @Nullable [] value) {
        log.append(key.partition(log.partitions()), key.encode(), value, now());
    }

    private SessionRecord fresh() {
        SessionRecord made = aSession()
                .id(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | ids++))
                .build();
        return version(made, any(CUSTOMERS), NOON.plusSeconds(random.nextInt(3)), 0);
    }

    private SessionRecord version(SessionRecord of, String customer, Instant createdAt, int revision) {
        return new SessionRecord(
                SourceLog.ORGANIZATION,
                of.id(),
                CustomerName.of(customer),
                any(REGIONS),
                1 + random.nextInt(9),
                any(SYSTEMS),
                any(SYSTEMS),
                random.nextInt(3) == 0 ? null : 1 + random.nextInt(3),
                "",
                null,
                NOON.plusSeconds(86_400L * random.nextInt(2)),
                createdAt,
                of.localDay().plusDays(random.nextInt(2)),
                Origin.of(Channel.TEXT),
                revision);
    }

    private SessionRecord any() {
        return any(live);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private long now() {
        return NOON.toEpochMilli() + random.nextInt(1_000);
    }
}
