package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is searched, and how it is asked for, folded in the same way: whatever the case, in every script, and whatever
 * language the machine or the database speaks.
 */
public final class SearchText {

    private static final int FIRST_BEYOND_ASCII = 0x80;

    private SearchText() {}

    /** Everything that is searched of a record, one field per line, so that no word spans two fields. */
    public static String of(SessionRecord session) {
        return fold(String.join(
                "\n",
                session.customer().spelling(),
                session.customer().key(),
                session.region(),
                session.source(),
                session.destination(),
                session.observation()));
    }

    /** The words of a search as patterns of SQL's LIKE with the escape character {@code \}. */
    static List<String> patterns(String search) {
        return Arrays.stream(fold(search).split("[\\s\\p{Z}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    private static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String folded = text.replace('\0', '\u2400').toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** Most text is, and has one form only; not NUL, which is shown by its symbol. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c > 0 && c < FIRST_BEYOND_ASCII);
    }
}
