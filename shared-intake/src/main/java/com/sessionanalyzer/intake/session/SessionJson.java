package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.schema.session.RecordFormat;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads one record from a JSON object of its fields. Nothing is ignored: a field that is not known rejects the record. */
public final class SessionJson {

    static final String HAS_HIGHLIGHT = "has_highlight";
    static final String UNKNOWN_FIELD = "unknown-field";
    private static final Set<SessionField> NUMBERS = EnumSet.of(SessionField.SESSIONS, SessionField.TIME_CONSUMED);

    private static final int MAX_UNKNOWN_FIELDS = 20;

    private final JsonNode object;
    private final int line;
    private final Findings findings;
    private final SessionFields fields;
    private int unknownFields;

    private SessionJson(JsonNode object, int line) {
        this.object = object;
        this.line = line;
        this.findings = new Findings(line);
        this.fields = new SessionFields(findings, line);
    }

    /**
     * Reads the fields of an object.
     *
     * @param text the object as it was sent
     */
    public static Parsed parse(JsonNode object, String text, Terms terms) {
        return new SessionJson(object, 0).parse(text, terms);
    }

    /**
     * Reads an object.
     *
     * @param line of the post, from 1; 0 when the post has no lines
     */
    static Parsed parse(String text, int line, Terms terms) {
        Parsed usual = JsonLine.parse(text, line, terms);
        return usual == null ? parseAny(text, line, terms) : usual;
    }

    /** Reads any object, and says what is wrong with anything else. */
    static Parsed parseAny(String text, int line, Terms terms) {
        try {
            JsonNode json = StrictJson.read(text);
            return json.isObject()
                    ? new SessionJson(json, line).parse(text, terms)
                    : unreadable(text, line, "not-an-object", "A record must be a JSON object");
        } catch (JacksonException broken) {
            int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
            String from = column < 1 ? "" : " from column " + column + " on";
            return unreadable(text, line, "not-json", "This is not JSON that can be read" + from);
        }
    }

    private static Parsed unreadable(String text, int line, String rule, String message) {
        Findings findings = new Findings(line);
        findings.reject(Findings.RECORD, line, text, rule, message);
        return findings.rejected(RecordFormat.JSON, text);
    }

    private Parsed parse(String text, Terms terms) {
        object.properties().forEach(property -> read(property.getKey(), property.getValue()));
        if (unknownFields > MAX_UNKNOWN_FIELDS) {
            String message = (unknownFields - MAX_UNKNOWN_FIELDS) + " more fields have names that are not known";
            findings.reject(Findings.RECORD, line, "", UNKNOWN_FIELD, message);
        }
        SessionReading reading = fields.reading(terms);
        JsonNode switched = object.path(HAS_HIGHLIGHT);
        Boolean highlighted = switched.isBoolean() ? (Boolean) switched.booleanValue() : null;
        return fields.draft(reading, fields.isHighlighted(reading, highlighted), RecordFormat.JSON, text);
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
            findings.reject(name(name), line, shown(value), UNKNOWN_FIELD, "There is no field of this name");
        }
    }

    private boolean hasType(SessionField field, String name, JsonNode value) {
        if (isNumber(field)) {
            return requireType(name, value, value.isIntegralNumber() || value.isString(), "must be a whole number");
        }
        return requireType(name, value, value.isString(), "must be text");
    }

    private boolean requireType(String name, JsonNode value, boolean holds, String rule) {
        if (!holds) {
            findings.reject(name, line, shown(value), "wrong-type", name + " " + rule);
        }
        return holds;
    }

    static boolean isNumber(SessionField field) {
        return NUMBERS.contains(field);
    }

    private static String name(String name) {
        return Flaw.encodable(name.length() <= 100 ? name : name.substring(0, 100));
    }

    private static String shown(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
