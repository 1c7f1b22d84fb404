package com.sessionanalyzer.intake.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers written in the decimal digits of any script. */
final class Numerals {

    private static final List<String> MINUTE_UNITS = List.of("", "min", "mins", "minute", "minutes");
    private static final int DECIMAL = 10;
    private static final int LARGEST = 1_000_000_000;

    private Numerals() {}

    /** The number that the text consists of, at most a billion; null when anything else is in it. */
    static @Nullable Integer number(String text) {
        int length = digits(text);
        return length > 0 && length == text.length() ? value(text, length) : null;
    }

    /** The number of a text such as {@code 15}, {@code 15 mins} or {@code 15minutes}; null when it is not like that. */
    static @Nullable Integer minutes(String text) {
        int length = digits(text);
        String unit = text.substring(length).strip();
        return length > 0 && isMinutes(unit) ? value(text, length) : null;
    }

    private static boolean isMinutes(String unit) {
        for (String minutes : MINUTE_UNITS) {
            if (unit.equalsIgnoreCase(minutes)) {
                return true;
            }
        }
        return false;
    }

    /** The text with each decimal digit of another script as the ASCII digit of the same value. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, DECIMAL);
            ascii.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return ascii.toString();
    }

    private static int digits(String text) {
        int index = 0;
        while (index < text.length() && Character.digit(text.codePointAt(index), DECIMAL) >= 0) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index;
    }

    private static int value(String text, int length) {
        long value = 0;
        for (int i = 0; i < length && value < LARGEST; i += Character.charCount(text.codePointAt(i))) {
            value = value * DECIMAL + Character.digit(text.codePointAt(i), DECIMAL);
        }
        return (int) Math.min(value, LARGEST);
    }
}
