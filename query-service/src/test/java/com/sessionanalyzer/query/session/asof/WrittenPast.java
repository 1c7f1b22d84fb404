package com.sessionanalyzer.query.session.asof;

import static com.sessionanalyzer.testing.SessionRecords.aSession;

import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Writes records, corrections, deletions and erasures at times of the log, and remembers what there was after each. */
final class WrittenPast {

    private static final List<String> CUSTOMERS =
            List.of("acme.com", "ACME.com", "beta.example", "gamma.example", "delta.example", "Beta.Example");
    private static final List<String> REGIONS = List.of("EU", "US", "APAC");
    private static final List<String> SOURCES = List.of("FB Pages", "MySQL");
    private static final List<String> DESTINATIONS = List.of("BQ", "Sheets", "Snowflake");

    private final WrittenTopics topics;
    private final String organization;
    private final Random random;
    private final Map<UUID, SessionRecord> live = new TreeMap<>();
    private final NavigableMap<Instant, Map<UUID, SessionRecord>> past = new TreeMap<>();
    private Instant now;
    private Position written = Position.BEGINNING;

    WrittenPast(WrittenTopics topics, String organization, Instant begin, long seed) {
        this.topics = topics;
        this.organization = organization;
        this.now = begin;
        this.random = new Random(seed);
        past.put(Instant.EPOCH, Map.of());
    }

    WrittenPast steps(int count) {
        for (int step = 0; step < count; step++) {
            now = now.plus(Duration.ofSeconds(1 + random.nextInt(3_000)));
            step();
            past.put(now, Map.copyOf(live));
        }
        return this;
    }

    /** What was there at that time. */
    Collection<SessionRecord> at(Instant time) {
        return past.floorEntry(time).getValue().values();
    }

    /** Times at which something was written, and others. */
    List<Instant> moments(int count) {
        List<Instant> times = new ArrayList<>(past.tailMap(Instant.EPOCH, false).keySet());
        List<Instant> moments = new ArrayList<>();
        for (int moment = 0; moment < count; moment++) {
            moments.add(times.get(random.nextInt(times.size())).plusMillis(random.nextInt(3) - 1L));
        }
        return moments;
    }

    Position written() {
        return written;
    }

    private void step() {
        int choice = random.nextInt(20);
        if (live.size() < 5 || choice < 9) {
            put(built(aSession().organization(organization).build().id(), 0));
        } else if (choice < 16) {
            SessionRecord before = any();
            SessionRecord after = built(before.id(), before.revision() + 1);
            if (!before.key().equals(after.key())) {
                end(before, false);
            }
            put(after);
        } else if (choice < 19) {
            end(any(), false);
        } else {
            erase(any().customer().key());
        }
    }

    /** All that the customer's records ever said goes, and all that was ever said under its name. */
    private void erase(String customerKey) {
        List<SessionRecord> gone = live.values().stream()
                .filter(record -> record.customer().key().equals(customerKey))
                .toList();
        gone.forEach(record -> end(record, true));
        List<UUID> ids = gone.stream().map(SessionRecord::id).toList();
        past.replaceAll((time, records) -> {
            Map<UUID, SessionRecord> left = new TreeMap<>(records);
            left.values().removeIf(record -> record.customer().key().equals(customerKey) || ids.contains(record.id()));
            return left;
        });
    }

    private SessionRecord any() {
        return new ArrayList<>(live.values()).get(random.nextInt(live.size()));
    }

    private void put(SessionRecord record) {
        written = written.and(topics.put(record.key(), SessionRecordCodec.encode(record), now, false));
        live.put(record.id(), record);
    }

    private void end(SessionRecord record, boolean erases) {
        written = written.and(topics.put(record.key(), null, now, erases));
        live.remove(record.id());
    }

    private SessionRecord built(UUID id, int revision) {
        SessionRecord record = aSession()
                .organization(organization)
                .id(id)
                .customer(one(CUSTOMERS))
                .region(one(REGIONS))
                .source(one(SOURCES))
                .destination(one(DESTINATIONS))
                .sessions(1 + random.nextInt(9))
                .minutes(random.nextInt(3) == 0 ? null : (Integer) (1 + random.nextInt(4)))
                .uploadedAt("2026-03-" + (10 + random.nextInt(9)) + "T12:00:00Z")
                .build();
        return new SessionRecord(
                record.organization(),
                id,
                record.customer(),
                record.region(),
                record.sessions(),
                record.source(),
                record.destination(),
                record.minutes(),
                record.observation(),
                record.highlight(),
                record.uploadedAt(),
                record.createdAt(),
                record.localDay(),
                record.origin(),
                revision);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
