package com.sessionanalyzer.schema.session;

/**
 * One rule that a record broke.
 *
 * @param field   the field's name on the wire, as in {@code time_consumed}; {@code record} when it is none in particular
 * @param line    line of the post, from 1; 0 when the post has no lines, as in JSON
 * @param value   the value as it was sent, shortened to 200 characters
 * @param rule    code of the rule, as in {@code required} or {@code out-of-range}
 * @param message a sentence for people that names the field and the rule
 */
public record Violation(String field, int line, String value, String rule, String message) {

    public static final int MAX_VALUE_LENGTH = 200;

    public Violation {
        value = value.length() <= MAX_VALUE_LENGTH ? value : shortened(value);
    }

    private static String shortened(String value) {
        int end = Character.isHighSurrogate(value.charAt(MAX_VALUE_LENGTH - 2))
                ? MAX_VALUE_LENGTH - 2
                : MAX_VALUE_LENGTH - 1;
        return value.substring(0, end) + "…";
    }
}
