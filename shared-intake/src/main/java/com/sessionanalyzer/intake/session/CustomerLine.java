package com.sessionanalyzer.intake.session;

import org.jspecify.annotations.Nullable;

/**
 * The value of a {@code Customer:} line: a name, and bracket groups after and in it. Groups at the end are not part of the
 * name; the first group of minutes anywhere gives the time. A backslash before a bracket makes that a part of the name.
 *
 * @param bracketMinutes the number in the first group of minutes, which may be out of range; null when there is none
 */
record CustomerLine(String name, @Nullable Integer bracketMinutes) {

    private static final char ESCAPE = '\\';

    static CustomerLine of(String value) {
        return value.indexOf('[') < 0 ? new CustomerLine(value, null) : new Reader(value).read();
    }

    /** A line that reads as this name without minutes. */
    static String print(String name) {
        return of(name).equals(new CustomerLine(name, null)) ? name : name.replace("[", ESCAPE + "[");
    }

    /** One pass over a line with brackets. */
    private static final class Reader {

        private final String value;
        private final StringBuilder name = new StringBuilder();
        private @Nullable Integer minutes;
        private int nameEnd;
        private int nextClose = -1;

        Reader(String value) {
            this.value = value;
        }

        CustomerLine read() {
            int index = 0;
            while (index < value.length()) {
                int end = value.charAt(index) == '[' ? bracketAt(index) : index + 1;
                boolean isGroup = end > index + 1;
                name.append(value, index, end);
                if (!isGroup && value.charAt(index) != ' ') {
                    nameEnd = name.length();
                }
                index = end;
            }
            return new CustomerLine(name.substring(0, nameEnd).strip(), minutes);
        }

        /** The end of the group that begins here; the next index when none does. */
        private int bracketAt(int open) {
            int last = name.length() - 1;
            if (last >= 0 && name.charAt(last) == ESCAPE) {
                name.setLength(last);
                return open + 1;
            }
            int close = closeAfter(open);
            int nested = value.indexOf('[', open + 1);
            if (close == value.length() || (nested >= 0 && nested < close)) {
                return open + 1;
            }
            if (minutes == null) {
                minutes = Numerals.minutes(value.substring(open + 1, close).strip());
            }
            return close + 1;
        }

        /** The next closing bracket, the end of the line when there is none; found once for all that open before it. */
        private int closeAfter(int open) {
            if (nextClose < open) {
                int close = value.indexOf(']', open);
                nextClose = close < 0 ? value.length() : close;
            }
            return nextClose;
        }
    }
}
