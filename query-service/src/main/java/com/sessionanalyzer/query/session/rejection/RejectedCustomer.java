package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.query.session.rejection.FieldText.Place;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.RecordFormat;
import org.jspecify.annotations.Nullable;

/** The customer whom the text of a rejected record names, whatever else is wrong with it. */
public final class RejectedCustomer {

    private static final char NUL = '\0';

    private RejectedCustomer() {}

    /** The identity of the customer; null when the text names nobody. */
    public static @Nullable String key(RecordFormat format, String text) {
        String name = name(format, text);
        String key = name == null ? "" : CustomerName.of(name).key();
        return key.isBlank() ? null : key.replace(NUL, '\u2400');
    }

    /** The name as it was written; null when there is none. */
    static @Nullable String name(RecordFormat format, String text) {
        Place place = FieldText.of(format, text).find(SessionField.CUSTOMER.wireName());
        return place == null || place.isBlank() || place.value().length() > CustomerName.MAX_LENGTH
                ? null
                : place.value();
    }
}
