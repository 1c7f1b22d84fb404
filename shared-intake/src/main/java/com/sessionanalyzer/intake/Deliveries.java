package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent under an id, and how far each has come. What this process has committed is found at once. */
public interface Deliveries {

    /** The part of a delivery that stands under the key. */
    @Nullable
    Delivery find(DeliveryKey key);

    /**
     * Imports of an organization, the newest start first, each the sum of its parts under the key of the whole.
     *
     * @param limit how many at most
     */
    List<StoredDelivery> imports(OrganizationId organization, String domain, int limit);

    /** A delivery as the sum of its parts. */
    @Nullable
    Delivery total(DeliveryKey whole);
}
