package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All deliveries: those of the table on disk, under those that this process has committed since. */
final class DeliveryTable implements Deliveries {

    private final DeliveryStore store;
    private final RecentDeliveries recent;

    DeliveryTable(DeliveryStore store, RecentDeliveries recent) {
        this.store = store;
        this.recent = recent;
    }

    @Override
    public @Nullable Delivery find(DeliveryKey key) {
        return under(key.encode()).get(key);
    }

    @Override
    public List<StoredDelivery> imports(OrganizationId organization, String domain, int limit) {
        return DeliveryTotals.newest(under(DeliveryKey.prefix(organization, domain, DeliveryKind.IMPORT)), limit);
    }

    @Override
    public @Nullable Delivery total(DeliveryKey whole) {
        return under(whole.prefix()).values().stream()
                .reduce(DeliveryTotals::sum)
                .orElse(null);
    }

    /** What is recent is looked up first: it leaves only after it has come into the table. */
    private Map<DeliveryKey, Delivery> under(byte[] prefix) {
        Map<DeliveryKey, Delivery> found = recent.under(prefix);
        store.scan(prefix, (key, delivery) -> found.merge(key, delivery, DeliveryTotals::further));
        return found;
    }
}
