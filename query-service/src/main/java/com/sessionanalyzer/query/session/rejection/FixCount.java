package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.query.session.rejection.FixSummary.Example;
import com.sessionanalyzer.query.session.rejection.FixSummary.ReasonLeft;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what a rule does to records, and keeps a few of them. */
final class FixCount {

    private static final int MAX_EXAMPLES = 5;
    private static final int MAX_SHOWN = 2_000;

    private final List<Example> fixed = new ArrayList<>();
    private final List<Example> rejected = new ArrayList<>();
    private final Map<String, Long> reasonsLeft = new HashMap<>();
    private long fixedCount;
    private long rejectedCount;
    private long unchangedCount;

    void fixed(SessionRejection rejection, String after) {
        fixedCount++;
        example(fixed, rejection, after, List.of());
    }

    /** Counts one that the rule leaves as it is, or leaves broken. */
    void rejected(SessionRejection rejection, String after, Parsed parsed) {
        rejectedCount++;
        if (after.equals(rejection.text())) {
            unchangedCount++;
        }
        List<Violation> left = parsed instanceof Parsed.Rejected broken ? broken.violations() : rejection.violations();
        RejectionReason.all(left).forEach(reason -> reasonsLeft.merge(reason.code(), 1L, Long::sum));
        example(rejected, rejection, after, left);
    }

    long selected() {
        return fixedCount + rejectedCount;
    }

    FixSummary summary(boolean dryRun, long remaining, @Nullable UUID next) {
        List<Example> examples = new ArrayList<>(fixed);
        examples.addAll(rejected);
        return new FixSummary(
                dryRun,
                selected(),
                fixedCount,
                rejectedCount,
                unchangedCount,
                examples,
                reasonsLeft.entrySet().stream()
                        .map(entry -> new ReasonLeft(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(ReasonLeft::count)
                                .reversed()
                                .thenComparing(ReasonLeft::reason))
                        .toList(),
                remaining,
                next);
    }

    private static void example(
            List<Example> examples, SessionRejection rejection, String after, List<Violation> violations) {
        if (examples.size() < MAX_EXAMPLES) {
            examples.add(new Example(
                    rejection.id(),
                    violations.isEmpty(),
                    shown(rejection.text()),
                    shown(after),
                    violations.stream().map(Violation::message).distinct().toList()));
        }
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN - 1) + "…";
    }
}
