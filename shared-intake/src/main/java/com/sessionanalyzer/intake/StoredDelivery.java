package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.intake.Delivery;
import com.sessionanalyzer.schema.intake.DeliveryKey;

/** A delivery under its key. */
public record StoredDelivery(DeliveryKey key, Delivery delivery) {}
