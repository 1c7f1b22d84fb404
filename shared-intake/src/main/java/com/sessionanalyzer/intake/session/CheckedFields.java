package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.text.TextField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one record, and a place to note what is wrong with each. */
record CheckedFields(Map<SessionField, TextField> fields, Findings findings) {

    /** The field when it says something; null when it is missing or blank. */
    @Nullable
    TextField value(SessionField field) {
        return TextField.present(fields.get(field));
    }

    /** Whether nothing in the field made a part of it unreadable. */
    boolean isWhole(SessionField field) {
        TextField value = fields.get(field);
        return value == null || value.flaw() == null;
    }

    /** The text of the field, or as much of it as there may be; null when it is missing or blank. */
    @Nullable
    String bounded(SessionField field) {
        TextField value = value(field);
        return value == null ? null : bounded(field, value.value());
    }

    /** As much of the text as there may be in the field. */
    String bounded(SessionField field, String text) {
        if (text.length() <= field.maxLength()) {
            return text;
        }
        reject(field, "too-long", field.sentenceName() + " must have at most " + field.maxLength() + " characters");
        return text.substring(0, field.maxLength());
    }

    void missing(SessionField field) {
        findings.missing(field, fields.get(field));
    }

    void reject(SessionField field, String rule, String message) {
        findings.reject(field, fields.get(field), rule, message);
    }
}
