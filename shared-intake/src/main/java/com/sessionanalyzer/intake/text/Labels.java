package com.sessionanalyzer.intake.text;

import org.jspecify.annotations.Nullable;

/**
 * The labels of one kind of text. In a text their case does not matter, white space may stand before and after one, and any
 * or none between its words.
 */
final class Labels<L extends Enum<L> & Label> {

    private static final int ASCII_CASE = 0x20;

    private final L[] labels;

    Labels(Class<L> type) {
        this.labels = type.getEnumConstants();
    }

    /** The label between these indexes, or null. */
    @Nullable
    L at(String text, int start, int end) {
        int first = Characters.skipBlank(text, start, end);
        for (L label : labels) {
            if (first < end
                    && equalIgnoringAsciiCase(label.text().charAt(0), text.charAt(first))
                    && matches(label.text(), text, first, end)) {
                return label;
            }
        }
        return null;
    }

    /** Whether exactly this label stands between these indexes. */
    static boolean matches(String label, String text, int start, int end) {
        int index = Characters.skipBlank(text, start, end);
        for (int i = 0; i < label.length(); i++) {
            if (label.charAt(i) == ' ') {
                index = Characters.skipBlank(text, index, end);
            } else if (index < end && equalIgnoringAsciiCase(label.charAt(i), text.charAt(index))) {
                index++;
            } else {
                return false;
            }
        }
        return Characters.skipBlank(text, index, end) == end;
    }

    private static boolean equalIgnoringAsciiCase(char letter, char c) {
        return letter == c || (c < '\u0080' && (letter | ASCII_CASE) == (c | ASCII_CASE));
    }
}
