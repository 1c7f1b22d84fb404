package com.sessionanalyzer.query.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** An entry as the page shows it. */
record AuditEntryView(AuditLine line, String what, List<Moved> moved, List<Fact> facts) {

    private static final Map<String, String> ACTIONS = Map.of(
            "record.corrected", "Record corrected",
            "record.deleted", "Record deleted",
            "customer.erased", "Customer erased",
            "customer.merged", "Customer merged into another",
            "customer.unmerged", "Merge of a customer undone",
            "customers.kept_apart", "Two customers kept apart",
            "rejection.dismissed", "Rejection dismissed",
            "rejection.resubmitted", "Rejection resubmitted");

    /** A number that moved, or would have. */
    record Moved(String name, long before, long after) {}

    /** Something else that is known. */
    record Fact(String name, String value) {}

    static AuditEntryView of(AuditLine line) {
        return new AuditEntryView(
                line,
                ACTIONS.getOrDefault(line.action(), line.action()),
                line.after().entrySet().stream()
                        .map(number -> new Moved(
                                words(number.getKey()),
                                Objects.requireNonNullElse(line.before().get(number.getKey()), 0L),
                                number.getValue()))
                        .sorted(Comparator.comparing(Moved::name))
                        .toList(),
                line.facts().entrySet().stream()
                        .map(fact -> new Fact(words(fact.getKey()), fact.getValue()))
                        .sorted(Comparator.comparing(Fact::name))
                        .toList());
    }

    private static String words(String name) {
        String spaced = name.replace('_', ' ');
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
