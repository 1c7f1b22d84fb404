package com.sessionanalyzer.intake;

import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The totals in the log.
 *
 * @param signatures the process that wrote last, for each writer whose last total says so
 */
record WrittenTotals(Map<IntakeCountKey, IntakeCount> totals, Map<String, String> signatures) {

    WrittenTotals {
        totals = Map.copyOf(totals);
        signatures = Map.copyOf(signatures);
    }

    /** The process that wrote last as this writer; null when that is not known. */
    @Nullable
    String signature(String writer) {
        return signatures.get(writer);
    }
}
