package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.SessionField;
import java.util.List;

/** Labelled text, with a blank line after each record. */
final class LabelledLines implements Notation {

    private static final SessionField[] FIELDS = SessionField.values();
    private static final byte[] LINE_FEED = {'\n'};

    private final Names labels = Names.of(field -> field.text() + ": ");

    @Override
    public List<Fault> faults() {
        return Fault.ANYWHERE;
    }

    @Override
    public String part(String text) {
        return text;
    }

    @Override
    public String quote(SessionField field) {
        return "";
    }

    @Override
    public String value(String text) {
        return text;
    }

    @Override
    public String number(int number) {
        return Integer.toString(number);
    }

    @Override
    public String minutes(int minutes) {
        return minutes == 1 ? "1 min" : minutes + " mins";
    }

    @Override
    public boolean hasBrackets() {
        return true;
    }

    @Override
    public void begin(Bytes out) {
        // the first line is the first record's
    }

    /** A customer's line is there even when it is blank, because it begins the record. */
    @Override
    public void write(Values values, Bytes out) {
        for (SessionField field : FIELDS) {
            if (values.has(field) || field == SessionField.CUSTOMER) {
                out.put(labels.of(field));
                values.write(field, out);
                out.put(LINE_FEED);
            }
        }
        out.put(LINE_FEED);
    }

    @Override
    public void corrupt(Bytes out) {
        throw new IllegalStateException("no text is unreadable as a whole");
    }
}
