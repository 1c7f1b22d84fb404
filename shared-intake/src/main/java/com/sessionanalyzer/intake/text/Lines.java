package com.sessionanalyzer.intake.text;

import org.jspecify.annotations.Nullable;

/** A cursor over the lines of a text; each character is looked at once. */
final class Lines {

    private final String text;
    private int number;
    private int start;
    private int end;
    private int next;
    private int colon;
    private @Nullable Flaw flaw;

    Lines(String text) {
        this(text, 1);
    }

    /**
     * The lines of a text.
     *
     * @param first number of its first line
     */
    Lines(String text, int first) {
        this.text = text;
        this.number = first - 1;
    }

    /** Moves to the next line; false after the last. A line break at the end of the text begins no line. */
    boolean next() {
        if (next >= text.length()) {
            return false;
        }
        number += number == Integer.MAX_VALUE ? 0 : 1;
        start = next;
        colon = -1;
        flaw = null;
        scan();
        return true;
    }

    private void scan() {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (Characters.isPlain(c)) {
                i++;
                continue;
            }
            if (Characters.isLineBreak(c)) {
                break;
            }
            if (colon < 0 && Characters.isColon(c)) {
                colon = i;
            } else if (flaw == null && Characters.isFlaw(text, i)) {
                flaw = new Flaw(number, c);
            }
            i++;
        }
        end = i;
        next = i + (text.startsWith("\r\n", i) ? 2 : 1);
    }

    /** From 1, or from what was given. */
    int number() {
        return number;
    }

    int start() {
        return start;
    }

    /** Where the line ends, before its line break. */
    int end() {
        return end;
    }

    /** Index of the first colon of the line; -1 when it has none. */
    int colon() {
        return colon;
    }

    /** The first character of the line that no text may contain. */
    @Nullable
    Flaw flaw() {
        return flaw;
    }

    boolean isBlank() {
        return Characters.skipBlank(text, start, end) == end;
    }
}
