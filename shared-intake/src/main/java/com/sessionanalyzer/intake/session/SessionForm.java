package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.Violation;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one record from the fields of the input form, and says its violations beside the fields. */
public final class SessionForm {

    /** Offered by the form; any other region is accepted too. */
    public static final List<String> REGIONS =
            List.of("EU", "US", "US2", "India", "AU", "Asia", "Preview", "Preprod", "Test");

    private static final String REQUIRED_FIELDS = "Please fill in all required fields";

    private SessionForm() {}

    public static Parsed parse(FormValues form, Terms terms) {
        SessionFields fields = new SessionFields(new Findings(0), 0);
        StringBuilder text = new StringBuilder();
        typed(form).forEach((field, value) -> {
            if (!value.isBlank()) {
                fields.put(field, value);
                text.append(field.text()).append(": ").append(value).append('\n');
            }
        });
        return fields.draft(fields.reading(terms), form.highlighted(), RecordFormat.TEXT, text.toString());
    }

    /** The first message for each field that breaks a rule. */
    public static Map<String, String> fieldErrors(List<Violation> violations) {
        Map<String, String> errors = new LinkedHashMap<>();
        violations.forEach(violation -> errors.putIfAbsent(violation.field(), violation.message()));
        return errors;
    }

    /** One sentence for the whole form: missing fields first, then a missing highlight type, then the first violation. */
    public static String summary(List<Violation> violations) {
        boolean isMissing = violations.stream().anyMatch(SessionForm::isMissingField);
        return isMissing
                ? REQUIRED_FIELDS
                : violations.stream()
                        .filter(SessionForm::isMissing)
                        .findFirst()
                        .orElse(violations.get(0))
                        .message();
    }

    private static boolean isMissingField(Violation violation) {
        return isMissing(violation)
                && SessionField.REQUIRED.contains(SessionField.byName().get(violation.field()));
    }

    private static boolean isMissing(Violation violation) {
        return violation.rule().equals("required");
    }

    private static Map<SessionField, String> typed(FormValues form) {
        Map<SessionField, String> typed = new EnumMap<>(SessionField.class);
        typed.put(SessionField.CUSTOMER, form.customer());
        typed.put(SessionField.REGION, form.region());
        typed.put(SessionField.SESSIONS, form.sessions());
        typed.put(SessionField.SOURCE, form.source());
        typed.put(SessionField.DESTINATION, form.destination());
        typed.put(SessionField.TIME_CONSUMED, form.timeConsumed());
        typed.put(SessionField.OBSERVATION, form.observation());
        if (form.highlighted()) {
            typed.put(SessionField.HIGHLIGHT_TYPE, form.highlightType());
            typed.put(SessionField.HIGHLIGHT_URL, form.highlightUrl());
            typed.put(SessionField.HIGHLIGHT_DETAILS, form.highlightDetails());
        }
        return typed;
    }
}
