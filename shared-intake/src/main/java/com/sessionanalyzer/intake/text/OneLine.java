package com.sessionanalyzer.intake.text;

/**
 * Values of one line: trimmed, each run of white space one space, without byte order marks and direction controls; empty
 * when nothing visible is left.
 */
public final class OneLine {

    private OneLine() {}

    public static String of(String text) {
        return of(text, 0, text.length());
    }

    /**
     * Whether the text is clean and visible at sight, as most are: printing ASCII with single spaces inside. What is not may
     * be all the same.
     */
    public static boolean isPlain(String text) {
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= '\u007F' || (c == ' ' && previous == ' ')) {
                return false;
            }
            previous = c;
        }
        return previous != ' ';
    }

    static String of(String text, int start, int end) {
        int first = Characters.skipBlank(text, start, end);
        int last = end;
        while (last > first && text.charAt(last - 1) == ' ') {
            last--;
        }
        String value = isClean(text, first, last) ? text.substring(first, last) : cleaned(text, first, last);
        return isVisible(value) ? value : "";
    }

    private static boolean isClean(String text, int start, int end) {
        char previous = '\0';
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Characters.isPlain(c)
                    && (c == ' ' ? previous == ' ' : Characters.isSpace(c) || Characters.isInvisible(c))) {
                return false;
            }
            previous = c;
        }
        return true;
    }

    private static String cleaned(String text, int start, int end) {
        StringBuilder cleaned = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Characters.isSpace(c) && !Characters.isInvisible(c)) {
                cleaned.append(c);
            } else if (Characters.isSpace(c) && !endsWithSpace(cleaned)) {
                cleaned.append(' ');
            }
        }
        return cleaned.toString().strip();
    }

    private static boolean endsWithSpace(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
    }

    private static boolean isVisible(String value) {
        return (!value.isEmpty() && Characters.isPlain(value.charAt(0)))
                || value.codePoints().anyMatch(c -> Character.getType(c) != Character.FORMAT);
    }
}
