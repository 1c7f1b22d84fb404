package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.Deliveries;
import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.intake.StoredDelivery;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All imports: those at work from memory, the others as the log knows them. */
final class Imports {

    private final Deliveries deliveries;
    private final Clock clock;
    private final Map<DeliveryKey, BulkRun> running = new ConcurrentHashMap<>();

    Imports(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Begins a try, which goes on where the one before it ended.
     *
     * @throws ProblemException while another try is at work
     */
    Claim begin(BulkHead head) {
        BulkRun placeholder = new BulkRun(head, null, clock);
        if (running.putIfAbsent(head.key(), placeholder) != null) {
            throw BulkProblems.inProgress();
        }
        try {
            Delivery before = head.repeatable() ? deliveries.find(head.key()) : null;
            if (before != null && !before.contentType().equals(head.contentType())) {
                throw BulkProblems.otherContent();
            }
            BulkRun run = before == null ? placeholder : new BulkRun(head, before, clock);
            running.put(head.key(), run);
            return new Claim(run);
        } catch (RuntimeException failed) {
            running.remove(head.key());
            throw failed;
        }
    }

    /** Imports of an organization, the newest start first. */
    List<ImportAnswer> list(OrganizationId organization, int limit) {
        List<BulkRun> working = running.values().stream()
                .filter(run -> run.head().key().organization().equals(organization))
                .filter(run -> !run.head().dryRun())
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
        return ImportAnswer.of(stored.key().id(), stored.delivery(), clock.instant());
    }

    private static DeliveryKey whole(DeliveryKey key) {
        return DeliveryKey.whole(key.organization(), key.domain(), key.kind(), key.id());
    }

    /** One import, if there is one of this id. */
    Optional<ImportAnswer> find(OrganizationId organization, UUID id) {
        DeliveryKey key = key(organization, id);
        BulkRun run = running.get(key);
        return run == null
                ? Optional.ofNullable(deliveries.total(key))
                        .map(delivery -> ImportAnswer.of(id, delivery, clock.instant()))
                : Optional.of(ImportAnswer.of(run));
    }

    /** Has the import stop, if it is at work. */
    Optional<BulkRun> cancel(OrganizationId organization, UUID id) {
        Optional<BulkRun> run = Optional.ofNullable(running.get(key(organization, id)));
        run.ifPresent(BulkRun::cancel);
        return run;
    }

    static DeliveryKey key(OrganizationId organization, UUID id) {
        return DeliveryKey.whole(organization, SessionTopics.DOMAIN, DeliveryKind.IMPORT, id);
    }

    /** What is sent with this key. */
    static DeliveryKey key(OrganizationId organization, IdempotencyKey key) {
        return key.delivery(organization, SessionTopics.DOMAIN, DeliveryKind.IMPORT);
    }

    /** That a try is at work; nobody else is at the same import until it is closed. */
    final class Claim implements AutoCloseable {

        private final BulkRun run;

        private Claim(BulkRun run) {
            this.run = run;
        }

        BulkRun run() {
            return run;
        }

        @Override
        public void close() {
            running.remove(run.head().key());
        }
    }
}
