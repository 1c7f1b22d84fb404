package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.FormValues;
import com.sessionanalyzer.intake.session.SessionForm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the edit page shows.
 *
 * @param action    where the form is sent
 * @param back      the reports, as they were left
 * @param form      what was typed, or what the record says
 * @param errors    message by form field name
 * @param error     one sentence above the form; null when nothing is wrong
 * @param revision  what the form is about to replace
 * @param conflicts fields in which the record now differs from what was typed, after a conflict
 * @param meanwhile corrections since the form was opened
 */
record EditForm(
        UUID id,
        String action,
        String back,
        FormValues form,
        Map<String, String> errors,
        @Nullable String error,
        int revision,
        List<Conflict> conflicts,
        List<Meanwhile> meanwhile) {

    /** A field of which there are two opinions. */
    record Conflict(String field, String now, String typed) {}

    /** Somebody else's correction. */
    record Meanwhile(Instant at, String actor, String fields) {}

    static EditForm of(UUID id, String action, String back, FormValues form, int revision) {
        return new EditForm(id, action, back, form, Map.of(), null, revision, List.of(), List.of());
    }

    EditForm wrong(Map<String, String> fieldErrors, String sentence) {
        return new EditForm(id, action, back, form, fieldErrors, sentence, revision, conflicts, meanwhile);
    }

    EditForm conflicting(int current, List<Conflict> differences, List<Meanwhile> corrections, String sentence) {
        return new EditForm(id, action, back, form, errors, sentence, current, differences, corrections);
    }

    /** The regions that the form offers. */
    public List<String> regions() {
        return SessionForm.REGIONS;
    }
}
