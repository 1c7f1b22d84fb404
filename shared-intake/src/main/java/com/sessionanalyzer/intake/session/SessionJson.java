package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.text.Flaw;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one record from a JSON object of its fields. Nothing is ignored: a field that is not known rejects the record. */
public final class SessionJson {

    private static final String HAS_HIGHLIGHT = "has_highlight";
    private static final Set<SessionField> NUMBERS = EnumSet.of(SessionField.SESSIONS, SessionField.TIME_CONSUMED);

    private static final int MAX_UNKNOWN_FIELDS = 20;

    private final JsonNode object;
    private final Findings findings = new Findings(0);
    private final SessionFields fields = new SessionFields(findings);
    private int unknownFields;

    private SessionJson(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads the fields of an object.
     *
     * @param text the object as it was sent
     */
    public static Parsed parse(JsonNode object, String text, Terms terms) {
        return new SessionJson(object).parse(text, terms);
    }

    private Parsed parse(String text, Terms terms) {
        object.properties().forEach(property -> read(property.getKey(), property.getValue()));
        if (unknownFields > MAX_UNKNOWN_FIELDS) {
            String message = (unknownFields - MAX_UNKNOWN_FIELDS) + " more fields have names that are not known";
            findings.reject(Findings.RECORD, 0, "", "unknown-field", message);
        }
        SessionReading reading = fields.reading(terms);
        return fields.draft(reading, isHighlighted(reading), text);
    }

    private void read(String name, JsonNode value) {
        SessionField field = SessionField.byName().get(name);
        if (name.equals(HAS_HIGHLIGHT)) {
            requireType(name, value, value.isBoolean() || value.isNull(), "must be true or false");
        } else if (field == null) {
            unknown(name, value);
        } else if (!value.isNull() && hasType(field, name, value)) {
            fields.put(field, value.asString());
        }
    }

    private void unknown(String name, JsonNode value) {
        if (++unknownFields <= MAX_UNKNOWN_FIELDS) {
            findings.reject(name(name), 0, shown(value), "unknown-field", "There is no field of this name");
        }
    }

    private boolean hasType(SessionField field, String name, JsonNode value) {
        if (NUMBERS.contains(field)) {
            return requireType(name, value, value.isIntegralNumber() || value.isString(), "must be a whole number");
        }
        return requireType(name, value, value.isString(), "must be text");
    }

    private boolean requireType(String name, JsonNode value, boolean holds, String rule) {
        if (!holds) {
            findings.reject(name, 0, shown(value), "wrong-type", name + " " + rule);
        }
        return holds;
    }

    private boolean isHighlighted(SessionReading reading) {
        JsonNode switched = object.path(HAS_HIGHLIGHT);
        if (switched.isBoolean() && !switched.booleanValue() && reading.hasHighlightFields()) {
            findings.warn(0, "false", "highlight-off", "has_highlight is false, so the highlight is not recorded");
        }
        return switched.isBoolean() ? switched.booleanValue() : reading.hasHighlightFields();
    }

    private static String name(String name) {
        return Flaw.encodable(name.length() <= 100 ? name : name.substring(0, 100));
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
