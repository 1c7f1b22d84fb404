package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.schema.session.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences, some of them older than this service, that say why nothing was recorded. */
final class Refusals {

    static final String NO_DATA = "No session data provided";
    static final String NO_TEXT = "Please provide session data";
    static final String UNAVAILABLE =
            "Kafka did not confirm in time that the records are stored; please try again in a few seconds.";

    private static final String FAILED = "Failed to parse session data.";
    private static final String CHECK = " Please check the format.";
    private static final Set<String> MISSING_RULES = Set.of("required", "not-a-number");

    private Refusals() {}

    /** Why none of these was recorded. */
    static String sentence(List<Parsed.Rejected> rejected) {
        return rejected.size() == 1
                ? sentence(rejected.get(0))
                : "None of the " + rejected.size() + " records could be recorded." + CHECK;
    }

    /** Why it was not recorded: what is missing, or else every violation. */
    static String sentence(Parsed.Rejected rejected) {
        List<String> missing = missing(rejected.violations());
        if (missing.size() == SessionField.REQUIRED.size()) {
            return FAILED + CHECK;
        }
        return missing.isEmpty()
                ? FAILED + " " + messages(rejected.violations())
                : FAILED + " Missing fields: " + String.join(", ", missing) + "." + CHECK;
    }

    static String tooMany(int limit) {
        return "One post may hold at most " + limit + " records. Nothing was recorded.";
    }

    private static List<String> missing(List<Violation> violations) {
        Set<String> fields = violations.stream()
                .filter(violation -> MISSING_RULES.contains(violation.rule()))
                .map(Violation::field)
                .collect(Collectors.toSet());
        return SessionField.REQUIRED.stream()
                .map(SessionField::wireName)
                .filter(fields::contains)
                .toList();
    }

    private static String messages(List<Violation> violations) {
        return violations.stream().map(Violation::message).distinct().collect(Collectors.joining(". ", "", "."));
    }
}
