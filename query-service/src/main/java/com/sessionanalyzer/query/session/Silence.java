package com.sessionanalyzer.query.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What pages say about numbers that are not kept current. */
public final class Silence {

    private Silence() {}

    /** For how many seconds Kafka has not answered; null when all is well. */
    public static @Nullable Long seconds(InsightsReader insights) {
        return insights.silence().map(Duration::toSeconds).orElse(null);
    }
}
