package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.session.SessionField;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How a format writes records. */
interface Notation {

    static Notation of(BulkFormat format) {
        return switch (format) {
            case TEXT -> new LabelledLines();
            case NDJSON -> new JsonLines();
            case CSV -> new CsvRows();
        };
    }

    /** What can be wrong with a record of the format, each of which rejects it for one reason. */
    List<Fault> faults();

    /** A part of a value, escaped. */
    String part(String text);

    /** What stands before and after a value of the field that is put together of parts. */
    String quote(SessionField field);

    /** A whole value, with what stands before and after it. */
    String value(String text);

    String number(int number);

    String minutes(int minutes);

    /** Whether minutes may stand in brackets behind the customer. */
    boolean hasBrackets();

    /** Writes what stands before the first record. */
    void begin(Bytes out);

    void write(Values values, Bytes out);

    /** Breaks the record that was written last in the way that the format knows. */
    void corrupt(Bytes out);

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
