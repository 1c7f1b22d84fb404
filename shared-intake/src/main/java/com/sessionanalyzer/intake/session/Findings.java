package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.intake.text.TextField;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is found wrong, or worth a warning, while one record is read. */
final class Findings {

    /** The field's name of a finding that is about no field in particular. */
    static final String RECORD = "record";

    private final int line;
    private final List<Violation> violations = new ArrayList<>(0);
    private final List<Violation> warnings = new ArrayList<>(0);

    /** Findings of a record that begins at the given line. */
    Findings(int line) {
        this.line = line;
    }

    /** Notes a missing value, unless the field is already known to be wrong. */
    void missing(SessionField field, @Nullable TextField value) {
        if (violations.stream().anyMatch(violation -> violation.field().equals(field.wireName()))) {
            return;
        }
        String message = field == SessionField.HIGHLIGHT_TYPE
                ? "Please select a highlight type"
                : field.sentenceName() + " is required";
        reject(field, value, "required", message);
    }

    void reject(SessionField field, @Nullable TextField value, String rule, String message) {
        violations.add(finding(field, value, rule, message));
    }

    void reject(String field, int at, String value, String rule, String message) {
        violations.add(new Violation(field, at, Flaw.encodable(value), rule, message));
    }

    void rejectFlaw(String field, Flaw flaw, String value) {
        String message = "Text must not contain " + flaw.description();
        reject(field, flaw.line(), value, "unreadable-character", message);
    }

    void warn(SessionField field, @Nullable TextField value, String rule, String message) {
        warnings.add(finding(field, value, rule, message));
    }

    void warn(int at, String value, String rule, String message) {
        warnings.add(new Violation(RECORD, at, Flaw.encodable(value), rule, message));
    }

    boolean isRejected() {
        return !violations.isEmpty();
    }

    /** The outcome: the draft, unless a rule is broken. */
    Parsed outcome(RecordFormat format, String text, Supplier<SessionDraft> draft) {
        return isRejected()
                ? rejected(format, text)
                : new Parsed.Accepted(line, text, draft.get(), inOrderOfText(warnings));
    }

    /** The outcome when a rule is broken. */
    Parsed.Rejected rejected(RecordFormat format, String text) {
        return new Parsed.Rejected(line, format, text, inOrderOfText(violations));
    }

    private Violation finding(SessionField field, @Nullable TextField value, String rule, String message) {
        return new Violation(
                field.wireName(),
                value == null ? line : value.line(),
                value == null ? "" : Flaw.encodable(value.value()),
                rule,
                message);
    }

    private static List<Violation> inOrderOfText(List<Violation> findings) {
        return findings.size() < 2
                ? findings
                : findings.stream()
                        .sorted(Comparator.comparingInt(Violation::line))
                        .toList();
    }
}
