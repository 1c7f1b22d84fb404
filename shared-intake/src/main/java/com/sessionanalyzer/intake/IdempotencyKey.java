package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.DeliveryKey;
import com.sessionanalyzer.schema.intake.DeliveryKind;
import java.util.regex.Pattern;

/** What a sender calls one sending, so that it can be sent again without effect: 1 to 255 visible ASCII characters. */
public record IdempotencyKey(String value) {

    /** The HTTP header that it comes in. */
    public static final String HEADER = "Idempotency-Key";

    /** The HTTP header of an answer that had been given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    public IdempotencyKey {
        if (!VISIBLE.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key must have 1 to 255 visible ASCII characters");
        }
    }

    /** The delivery that this sender means; nobody else's, and of another kind another. */
    public DeliveryKey delivery(OrganizationId organization, String domain, DeliveryKind kind) {
        return DeliveryKey.whole(
                organization,
                domain,
                kind,
                RecordIds.named(String.join("\t", organization.value(), domain, kind.code(), value)));
    }
}
