package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.session.RecordFormat;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object as nearly all are: known fields, each once, with plain values. It makes no tree and so takes half the time
 * of {@link SessionJson}, to which it leaves everything else; both give the same outcome.
 */
final class JsonLine {

    private static final int MAX_DIGITS = 9;

    private final String text;
    private final Findings findings;
    private final SessionFields fields;
    private final Set<SessionField> seen = EnumSet.noneOf(SessionField.class);
    private int index;
    private boolean hasSwitch;
    private @Nullable Boolean switched;

    private JsonLine(String text, int line) {
        this.text = text;
        this.findings = new Findings(line);
        this.fields = new SessionFields(findings, line);
    }

    /** The outcome of an object; null when it is unusual. */
    static @Nullable Parsed parse(String text, int line, Terms terms) {
        return new JsonLine(text, line).parse(terms);
    }

    private @Nullable Parsed parse(Terms terms) {
        if (!isObject()) {
            return null;
        }
        SessionReading reading = fields.reading(terms);
        return fields.draft(reading, fields.isHighlighted(reading, switched), RecordFormat.JSON, text);
    }

    private boolean isObject() {
        if (next() != '{') {
            return false;
        }
        char separator = ',';
        while (separator == ',') {
            if (!isField()) {
                return false;
            }
            separator = next();
        }
        return separator == '}' && next() == '\0' && index > text.length();
    }

    private boolean isField() {
        if (next() != '"') {
            return false;
        }
        int start = index;
        int end = text.indexOf('"', start);
        if (end < 0) {
            return false;
        }
        index = end + 1;
        if (next() != ':') {
            return false;
        }
        SessionField field = SessionField.at(text, start, end);
        if (field != null) {
            return seen.add(field) && isValue(field, next());
        }
        return text.startsWith(SessionJson.HAS_HIGHLIGHT, start)
                && end - start == SessionJson.HAS_HIGHLIGHT.length()
                && isSwitch(next());
    }

    private boolean isSwitch(char first) {
        boolean isFirst = !hasSwitch;
        hasSwitch = true;
        if (first == 't') {
            switched = true;
            return isFirst && isLiteral("true");
        }
        if (first == 'f') {
            switched = false;
            return isFirst && isLiteral("false");
        }
        return isFirst && first == 'n' && isLiteral("null");
    }

    private boolean isLiteral(String literal) {
        index += literal.length() - 1;
        return text.startsWith(literal, index - literal.length());
    }

    private boolean isValue(SessionField field, char first) {
        if (first == 'n') {
            return isLiteral("null");
        }
        String value = first == '"' ? string() : SessionJson.isNumber(field) ? number(first) : null;
        if (value == null) {
            return false;
        }
        fields.put(field, value);
        return true;
    }

    /** A whole number without a sign and leading zeros, of which the first digit was taken; null when it is none. */
    private @Nullable String number(char first) {
        int start = index - 1;
        while (index < text.length() && isDigit(text.charAt(index))) {
            index++;
        }
        boolean isPlain = first >= '1' && first <= '9' && index - start <= MAX_DIGITS && !goesOn();
        return isPlain ? text.substring(start, index) : null;
    }

    private boolean goesOn() {
        char c = index < text.length() ? text.charAt(index) : '\0';
        return c == '.' || c == 'e' || c == 'E';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The rest of a string, of which the quote was taken; null when it is unusual. */
    private @Nullable String string() {
        int start = index;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                index = i + 1;
                return text.substring(start, i);
            }
            if (c == '\\') {
                return escaped(start, i);
            }
            if (c < ' ') {
                return null;
            }
        }
        return null;
    }

    private @Nullable String escaped(int start, int escape) {
        StringBuilder value = new StringBuilder(text.length() - start).append(text, start, escape);
        for (int i = escape; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                index = i + 1;
                return value.toString();
            }
            if (c == '\\' && ++i < text.length()) {
                c = unescaped(text.charAt(i));
                if (c == '\0') {
                    return null;
                }
            } else if (c < ' ') {
                return null;
            }
            value.append(c);
        }
        return null;
    }

    private static char unescaped(char c) {
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> '\0';
        };
    }

    /** Takes the next character that is not white space; NUL at the end. */
    private char next() {
        while (index < text.length()) {
            char c = text.charAt(index++);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                return c;
            }
        }
        index = text.length() + 1;
        return '\0';
    }
}
