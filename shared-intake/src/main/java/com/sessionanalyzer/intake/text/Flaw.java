package com.sessionanalyzer.intake.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A character that no text may contain: a control character other than a tab or line break, or half of a surrogate pair.
 *
 * @param line      line of the post, from 1; 0 when the post has no lines
 * @param character the UTF-16 unit
 */
public record Flaw(int line, char character) {

    private static final char REPLACEMENT = '\uFFFD';

    /** The first flaw of a text that stands on no line in particular, or null. */
    public static @Nullable Flaw in(String text) {
        return in(text, 0);
    }

    /** The first flaw of a text that stands on the given line, or null. */
    public static @Nullable Flaw in(String text, int line) {
        for (int i = 0; i < text.length(); i++) {
            if (Characters.isFlaw(text, i) && !Characters.isLineBreak(text.charAt(i))) {
                return new Flaw(line, text.charAt(i));
            }
        }
        return null;
    }

    /** The text with U+FFFD for each half of a surrogate pair, so that every encoding can carry it. */
    public static String encodable(String text) {
        StringBuilder encodable = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (Characters.isLoneSurrogate(text, i)) {
                encodable.setCharAt(i, REPLACEMENT);
            }
        }
        return encodable.toString();
    }

    /** What it is, as in {@code the control character U+0000}. */
    public String description() {
        String kind = Character.isSurrogate(character) ? "half of the surrogate pair" : "the control character";
        return String.format(Locale.ROOT, "%s U+%04X", kind, (int) character);
    }
}
