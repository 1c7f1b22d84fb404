package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.session.RecordFormat;
import org.jspecify.annotations.Nullable;

/**
 * The text of one record as a set of fields that can be changed one by one; everything else stays as it was sent, to the
 * character. A change that cannot be made leaves the text as it is.
 */
interface FieldText {

    /** The text of a record, which may be malformed: then it has no fields. */
    static FieldText of(RecordFormat format, String text) {
        return switch (format) {
            case TEXT -> new LabelledFieldText(text);
            case JSON -> new JsonFieldText(text);
            case CSV -> new CsvFieldText(text);
        };
    }

    /** The field of this name on the wire, or written as in the text; null when it is missing. */
    @Nullable
    Place find(String field);

    /** The text with this value in the field, which is added when it is missing. */
    String set(String field, String value);

    /** The text with another name for the field, unless there is one of that name. */
    String rename(String field, String name);

    /** The text without the field, or without its value where the field cannot go. */
    String clear(String field);

    /**
     * Where a value stands.
     *
     * @param start index of its first character, quotes included
     * @param end   index after its last character
     * @param value what it says
     */
    record Place(int start, int end, String value) {

        boolean isBlank() {
            return value.isBlank();
        }

        String replaced(String text, String with) {
            return text.substring(0, start) + with + text.substring(end);
        }
    }
}
