package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.intake.StoredDelivery;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.intake.DeliveryState;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All imports: those at work here from memory, the others as the log knows them. Dry runs are no imports, and hold up none. */
final class Imports {

    private final Deliveries deliveries;
    private final Clock clock;
    private final Instant begunAt;
    private final Map<DeliveryKey, BulkRun> running = new ConcurrentHashMap<>();
    private final Map<DeliveryKey, BulkRun> dryRuns = new ConcurrentHashMap<>();
    private final Set<DeliveryKey> left = ConcurrentHashMap.newKeySet();

    Imports(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.begunAt = clock.instant();
    }

    /**
     * Begins a try, which goes on where the one before it ended.
     *
     * @throws ProblemException while another try is at work
     */
    Claim begin(BulkHead head) {
        return head.dryRun() ? dryRun(head) : run(head);
    }

    private Claim dryRun(BulkHead head) {
        BulkRun run = new BulkRun(head, before(head), clock);
        dryRuns.put(head.key(), run);
        return new Claim(run, () -> dryRuns.remove(head.key(), run));
    }

    private Claim run(BulkHead head) {
        BulkRun placeholder = new BulkRun(head, null, clock);
        if (running.putIfAbsent(head.key(), placeholder) != null) {
            throw BulkProblems.inProgress();
        }
        try {
            Delivery before = before(head);
            BulkRun run = before == null ? placeholder : new BulkRun(head, before, clock);
            running.put(head.key(), run);
            left.remove(head.key());
            return new Claim(run, () -> leave(run));
        } catch (RuntimeException failed) {
            running.remove(head.key());
            throw failed;
        }
    }

    private @Nullable Delivery before(BulkHead head) {
        Delivery before = head.repeatable() ? deliveries.find(head.key()) : null;
        if (before != null && !before.contentType().equals(head.contentType())) {
            throw BulkProblems.otherContent();
        }
        return before;
    }

    /** What the log could not be told the end of is remembered, lest it seems to be at work in another process. */
    private void leave(BulkRun run) {
        if (run.isImport() && run.end().state() == DeliveryState.RUNNING) {
            left.add(run.head().key());
        }
        running.remove(run.head().key());
    }

    /** Imports of an organization, the newest start first. */
    List<ImportAnswer> list(OrganizationId organization, int limit) {
        List<BulkRun> working = running.values().stream()
                .filter(run -> run.head().key().organization().equals(organization))
                .toList();
        Stream<ImportAnswer> stored = deliveries.imports(organization, SessionTopics.DOMAIN, limit).stream()
                .filter(one ->
                        working.stream().noneMatch(run -> run.head().key().equals(whole(one.key()))))
                .map(this::answer);
        return Stream.concat(working.stream().map(ImportAnswer::of), stored)
                .sorted(Comparator.comparing(ImportAnswer::startedAt).reversed())
                .limit(limit)
                .toList();
    }

    private ImportAnswer answer(StoredDelivery stored) {
        return answer(whole(stored.key()), stored.delivery());
    }

    private ImportAnswer answer(DeliveryKey key, Delivery delivery) {
        Instant lastHere = left.contains(key) ? Instant.MAX : begunAt;
        return ImportAnswer.of(key.id(), delivery, lastHere, clock.instant());
    }

    private static DeliveryKey whole(DeliveryKey key) {
        return DeliveryKey.whole(key.organization(), key.domain(), key.kind(), key.id());
    }

    /** One import, if there is one of this id. */
    Optional<ImportAnswer> find(OrganizationId organization, UUID id) {
        DeliveryKey key = key(organization, id);
        return atWork(key)
                .map(ImportAnswer::of)
                .or(() -> Optional.ofNullable(deliveries.total(key)).map(delivery -> answer(key, delivery)));
    }

    /** Has the import stop, if it is at work. */
    Optional<BulkRun> cancel(OrganizationId organization, UUID id) {
        Optional<BulkRun> run = atWork(key(organization, id));
        run.ifPresent(BulkRun::cancel);
        return run;
    }

    private Optional<BulkRun> atWork(DeliveryKey key) {
        BulkRun run = running.get(key);
        return Optional.ofNullable(run == null ? dryRuns.get(key) : run);
    }

    static DeliveryKey key(OrganizationId organization, UUID id) {
        return DeliveryKey.whole(organization, SessionTopics.DOMAIN, DeliveryKind.IMPORT, id);
    }

    /** What is sent with this key. */
    static DeliveryKey key(OrganizationId organization, IdempotencyKey key) {
        return key.delivery(organization, SessionTopics.DOMAIN, DeliveryKind.IMPORT);
    }

    /** That a try is at work; nobody else here is at the same import until it is closed. */
    static final class Claim implements AutoCloseable {

        private final BulkRun run;
        private final Runnable end;

        private Claim(BulkRun run, Runnable end) {
            this.run = run;
            this.end = end;
        }

        BulkRun run() {
            return run;
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
