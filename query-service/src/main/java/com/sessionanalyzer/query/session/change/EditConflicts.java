package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.FormValues;
import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.query.audit.AuditLine;
import com.sessionanalyzer.query.session.change.EditForm.Conflict;
import com.sessionanalyzer.query.session.change.EditForm.Meanwhile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What to show to somebody whose form is about an older revision. */
final class EditConflicts {

    private EditConflicts() {}

    /** The fields in which the record now differs from what was typed. */
    static List<Conflict> between(FormValues now, FormValues typed) {
        Map<SessionField, String> current = fields(now);
        List<Conflict> conflicts = new ArrayList<>();
        fields(typed).forEach((field, text) -> {
            String other = Objects.requireNonNull(current.get(field));
            if (!other.equals(text)) {
                conflicts.add(new Conflict(field.sentenceName(), other, text));
            }
        });
        return conflicts;
    }

    /** The corrections that are newer than the revision, the oldest first. */
    static List<Meanwhile> since(int revision, List<AuditLine> newestFirst) {
        List<Meanwhile> meanwhile = new ArrayList<>();
        for (AuditLine line : newestFirst) {
            if (line.action().equals("record.corrected")
                    && Integer.parseInt(line.facts().getOrDefault("revision", "0")) > revision) {
                meanwhile.add(
                        0,
                        new Meanwhile(
                                line.at(), line.actor(), names(line.facts().getOrDefault("fields", ""))));
            }
        }
        return meanwhile;
    }

    private static String names(String fields) {
        return Arrays.stream(fields.split(",", -1))
                .map(name -> SessionField.byName().get(name))
                .filter(Objects::nonNull)
                .map(SessionField::sentenceName)
                .collect(Collectors.joining(", "));
    }

    private static Map<SessionField, String> fields(FormValues form) {
        Map<SessionField, String> fields = new LinkedHashMap<>();
        fields.put(SessionField.CUSTOMER, form.customer().strip());
        fields.put(SessionField.REGION, form.region().strip());
        fields.put(SessionField.SESSIONS, form.sessions().strip());
        fields.put(SessionField.SOURCE, form.source().strip());
        fields.put(SessionField.DESTINATION, form.destination().strip());
        fields.put(SessionField.TIME_CONSUMED, form.timeConsumed().strip());
        fields.put(
                SessionField.OBSERVATION,
                form.observation().replace("\r\n", "\n").strip());
        boolean highlighted = form.highlighted();
        fields.put(
                SessionField.HIGHLIGHT_TYPE, highlighted ? form.highlightType().strip() : "");
        fields.put(SessionField.HIGHLIGHT_URL, highlighted ? form.highlightUrl().strip() : "");
        fields.put(
                SessionField.HIGHLIGHT_DETAILS,
                highlighted ? form.highlightDetails().strip() : "");
        return fields;
    }
}
