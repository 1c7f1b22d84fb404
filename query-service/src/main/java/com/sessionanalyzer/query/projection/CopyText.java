package com.sessionanalyzer.query.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text format of PostgreSQL's COPY, see
 * <a href="https://www.postgresql.org/docs/current/sql-copy.html">its reference</a>. A text column cannot hold NUL, so it
 * is shown by its symbol U+2400; the topic keeps the original.
 */
final class CopyText {

    private static final char SYMBOL_FOR_NULL = '\u2400';

    private final StringBuilder text = new StringBuilder();

    void line(List<? extends @Nullable String> values) {
        for (int column = 0; column < values.size(); column++) {
            if (column > 0) {
                text.append('\t');
            }
            value(values.get(column));
        }
        text.append('\n');
    }

    String text() {
        return text.toString();
    }

    private void value(@Nullable String value) {
        if (value == null) {
            text.append("\\N");
            return;
        }
        for (int at = 0; at < value.length(); at++) {
            character(value.charAt(at));
        }
    }

    private void character(char character) {
        switch (character) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\0' -> text.append(SYMBOL_FOR_NULL);
            default -> text.append(character);
        }
    }
}
