package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.SessionField;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A JSON object on each line. */
final class JsonLines implements Notation {

    private static final SessionField[] FIELDS = SessionField.values();
    private static final byte[] OPEN = {'{'};
    private static final byte[] COMMA = {','};
    private static final byte[] CLOSE = {'}', '\n'};
    private static final byte[] LINE_FEED = {'\n'};

    private final Names names = Names.of(field -> '"' + field.wireName() + "\":");

    @Override
    public List<Fault> faults() {
        return Fault.IN_JSON;
    }

    @Override
    public String part(String text) {
        return text.chars().mapToObj(JsonLines::escaped).collect(Collectors.joining());
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            default -> c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString((char) c);
        };
    }

    @Override
    public String quote(SessionField field) {
        return "\"";
    }

    @Override
    public String value(String text) {
        return '"' + part(text) + '"';
    }

    @Override
    public String number(int number) {
        return Integer.toString(number);
    }

    @Override
    public String minutes(int minutes) {
        return Integer.toString(minutes);
    }

    @Override
    public boolean hasBrackets() {
        return false;
    }

    @Override
    public void begin(Bytes out) {
        // the first line is the first record
    }

    @Override
    public void write(Values values, Bytes out) {
        byte[] before = OPEN;
        for (SessionField field : FIELDS) {
            if (values.has(field)) {
                out.put(before).put(names.of(field));
                values.write(field, out);
                before = COMMA;
            }
        }
        out.put(CLOSE);
    }

    /** A line that was cut off before its end. */
    @Override
    public void corrupt(Bytes out) {
        out.dropLast(CLOSE.length);
        out.put(LINE_FEED);
    }
}
