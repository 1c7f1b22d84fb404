package com.sessionanalyzer.ingest.body;

import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the key that a sender gave to a post. */
public final class IdempotencyHeader {

    private IdempotencyHeader() {}

    /**
     * The key; null when the post has none.
     *
     * @throws ProblemException when it is none, or there are several
     */
    public static @Nullable IdempotencyKey of(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(IdempotencyKey.HEADER));
        if (values.isEmpty()) {
            return null;
        }
        try {
            if (values.size() == 1) {
                return new IdempotencyKey(values.get(0));
            }
        } catch (IllegalArgumentException malformed) {
            throw refusal();
        }
        throw refusal();
    }

    private static ProblemException refusal() {
        return ProblemException.of(
                ProblemType.MALFORMED_REQUEST,
                "Idempotency-Key must be one header of 1 to 255 visible ASCII characters without spaces.");
    }
}
