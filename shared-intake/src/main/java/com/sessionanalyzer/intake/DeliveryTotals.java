package com.sessionanalyzer.intake;

import static java.util.Comparator.comparing;

import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds the parts of deliveries up. */
final class DeliveryTotals {

    private DeliveryTotals() {}

    /** The newest deliveries, each as the sum of its parts. */
    static List<StoredDelivery> newest(Map<DeliveryKey, Delivery> parts, int limit) {
        Map<DeliveryKey, Delivery> totals = new HashMap<>();
        parts.forEach((part, delivery) -> totals.merge(whole(part), delivery, DeliveryTotals::sum));
        return totals.entrySet().stream()
                .map(total -> new StoredDelivery(total.getKey(), total.getValue()))
                .sorted(comparing((StoredDelivery stored) -> stored.delivery().startedAt())
                        .reversed()
                        .thenComparing(stored -> stored.key().id()))
                .limit(limit)
                .toList();
    }

    private static DeliveryKey whole(DeliveryKey part) {
        return DeliveryKey.whole(part.organization(), part.domain(), part.kind(), part.id());
    }

    /** Two parts together; the one that began first says what it is. */
    static Delivery sum(Delivery one, Delivery other) {
        Delivery first = other.startedAt().isBefore(one.startedAt()) ? other : one;
        Map<String, Long> reasons = new TreeMap<>(one.reasons());
        other.reasons().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return new Delivery(
                first.name(),
                first.channel(),
                first.contentType(),
                first.sender(),
                first.startedAt(),
                one.updatedAt().isAfter(other.updatedAt()) ? one.updatedAt() : other.updatedAt(),
                state(one.state(), other.state()),
                one.size() < 0 || other.size() < 0 ? -1 : Math.max(one.size(), other.size()),
                one.bytes() + other.bytes(),
                one.lines() + other.lines(),
                "",
                one.received() + other.received(),
                one.recorded() + other.recorded(),
                one.rejected() + other.rejected(),
                reasons,
                one.position().and(other.position()));
    }

    /**
     * The one that knows more of the same delivery. Another process may have written the stored one since; but what is settled
     * only grows, whereas clocks are set back.
     */
    static Delivery further(Delivery recent, Delivery stored) {
        boolean isStored = stored.received() == recent.received()
                ? stored.updatedAt().isAfter(recent.updatedAt())
                : stored.received() > recent.received();
        return isStored ? stored : recent;
    }

    /** The sender says in one of the parts that the whole has ended. */
    private static DeliveryState state(DeliveryState one, DeliveryState other) {
        return one == DeliveryState.RUNNING ? other : one;
    }
}
