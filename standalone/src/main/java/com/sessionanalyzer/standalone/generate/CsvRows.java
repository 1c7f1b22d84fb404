package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.SessionField;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Comma separated values with a header line, as RFC 4180 has them, but for line feeds at the end of lines. */
final class CsvRows implements Notation {

    private static final SessionField[] FIELDS = SessionField.values();
    private static final byte[] COMMA = {','};
    private static final byte[] LINE_FEED = {'\n'};
    private static final byte[] SURPLUS = Notation.utf8(",surplus\n");

    @Override
    public List<Fault> faults() {
        return Fault.IN_CSV;
    }

    @Override
    public String part(String text) {
        return text.replace("\"", "\"\"");
    }

    @Override
    public String quote(SessionField field) {
        return field == SessionField.OBSERVATION ? "\"" : "";
    }

    @Override
    public String value(String text) {
        boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return isPlain ? text : '"' + part(text) + '"';
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
        String names = Arrays.stream(FIELDS).map(SessionField::wireName).collect(Collectors.joining(","));
        out.put(Notation.utf8(names)).put(LINE_FEED);
    }

    @Override
    public void write(Values values, Bytes out) {
        for (SessionField field : FIELDS) {
            if (field != FIELDS[0]) {
                out.put(COMMA);
            }
            values.write(field, out);
        }
        out.put(LINE_FEED);
    }

    /** A row with a column too many. */
    @Override
    public void corrupt(Bytes out) {
        out.dropLast(LINE_FEED.length);
        out.put(SURPLUS);
    }
}
