package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.intake.DeliveryKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The deliveries that this process works on, each on behalf of one sender at a time. */
public final class DeliveryClaims {

    private final Set<DeliveryKey> claimed = ConcurrentHashMap.newKeySet();

    /** Takes the delivery; null when another has it. */
    public @Nullable Claim take(DeliveryKey key) {
        return claimed.add(key) ? new Claim(key) : null;
    }

    /** A delivery taken, until this is closed or, once handed over, until that ends which it was handed to. */
    public final class Claim implements AutoCloseable {

        private final DeliveryKey key;
        private boolean isHandedOver;

        private Claim(DeliveryKey key) {
            this.key = key;
        }

        /** Leaves the release to somebody else, who does not know earlier whether the delivery is in the log. */
        public Runnable handOver() {
            isHandedOver = true;
            return this::release;
        }

        @Override
        public void close() {
            if (!isHandedOver) {
                release();
            }
        }

        private void release() {
            claimed.remove(key);
        }
    }
}
