package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.text.Flaw;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one record from a JSON object of its fields. Nothing is ignored: a field that is not known rejects the record. */
final class SessionJson {

    private static final String HAS_HIGHLIGHT = "has_highlight";
    private static final Set<SessionField> NUMBERS = EnumSet.of(SessionField.SESSIONS, SessionField.TIME_CONSUMED);

    private final JsonNode object;
    private final Findings findings = new Findings(0);
    private final SessionFields fields = new SessionFields(findings);

    private SessionJson(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads the fields of an object.
     *
     * @param text the object as it was sent
     */
    static Parsed parse(JsonNode object, String text, Terms terms) {
        return new SessionJson(object).parse(text, terms);
    }

    private Parsed parse(String text, Terms terms) {
        object.properties().forEach(property -> read(property.getKey(), property.getValue()));
        SessionReading reading = fields.reading(terms);
        return fields.draft(reading, isHighlighted(reading), text);
    }

    private void read(String name, JsonNode value) {
        SessionField field = SessionField.byName().get(name);
        if (name.equals(HAS_HIGHLIGHT)) {
            requireType(name, value, value.isBoolean() || value.isNull(), "must be true or false");
        } else if (field == null) {
            findings.reject(name(name), 0, shown(value), "unknown-field", "There is no field of this name");
        } else if (!value.isNull() && hasType(field, name, value)) {
            fields.put(field, value.asString());
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
