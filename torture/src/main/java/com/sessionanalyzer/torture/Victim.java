package com.sessionanalyzer.torture;

import java.util.Locale;

/** What can be killed. */
enum Victim {
    INGEST,
    ANALYTICS,
    QUERY,
    BROKER,
    DATABASE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
