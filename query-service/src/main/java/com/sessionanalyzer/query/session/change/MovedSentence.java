package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.query.session.SessionTotals.CUSTOMERS;
import static com.sessionanalyzer.query.session.SessionTotals.DUPLICATE_CUSTOMERS;
import static com.sessionanalyzer.query.session.SessionTotals.MINUTES;
import static com.sessionanalyzer.query.session.SessionTotals.RECORDS;
import static com.sessionanalyzer.query.session.SessionTotals.SESSIONS;
import static com.sessionanalyzer.query.session.SessionTotals.TIMED_RECORDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says to people which numbers a change moved. */
final class MovedSentence {

    private static final Map<String, String> WORDS = Map.of(
            RECORDS, "records",
            SESSIONS, "sessions",
            TIMED_RECORDS, "records with time",
            MINUTES, "minutes",
            CUSTOMERS, "customers",
            DUPLICATE_CUSTOMERS, "duplicate customers");
    private static final List<String> ORDER =
            List.of(RECORDS, SESSIONS, TIMED_RECORDS, MINUTES, CUSTOMERS, DUPLICATE_CUSTOMERS);

    private MovedSentence() {}

    /** As in "Moved: records 3 → 2, region EU 2 → 1."; empty when the numbers are not known or none moved. */
    static String of(@Nullable Moved moved) {
        if (moved == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (String name : ORDER) {
            List<Long> pair = moved.numbers().get(name);
            if (pair != null) {
                parts.add(part(WORDS.getOrDefault(name, name), pair));
            }
        }
        moved.regions().forEach((value, pair) -> parts.add(part("region " + value, pair)));
        moved.sources().forEach((value, pair) -> parts.add(part("source " + value, pair)));
        moved.destinations().forEach((value, pair) -> parts.add(part("destination " + value, pair)));
        return parts.isEmpty() ? "No number moved." : "Moved: " + String.join(", ", parts) + ".";
    }

    private static String part(String name, List<Long> pair) {
        return String.format(Locale.ENGLISH, "%s %,d → %,d", name, pair.get(0), pair.get(1));
    }
}
