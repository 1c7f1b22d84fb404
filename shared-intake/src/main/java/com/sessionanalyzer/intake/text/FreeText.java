package com.sessionanalyzer.intake.text;

/** Values of many lines: trimmed, each line break a line feed, everything else as it was sent. */
public final class FreeText {

    private FreeText() {}

    public static String of(String text) {
        return trimmed(hasOtherBreaks(text) ? withLineFeeds(text) : text);
    }

    private static boolean hasOtherBreaks(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Characters.isPlain(c) && c != '\n' && Characters.isLineBreak(c)) {
                return true;
            }
        }
        return false;
    }

    private static String withLineFeeds(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && i > 0 && text.charAt(i - 1) == '\r') {
                continue;
            }
            lines.append(Characters.isLineBreak(c) ? '\n' : c);
        }
        return lines.toString();
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && Characters.isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && Characters.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
