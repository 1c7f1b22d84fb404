package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is searched, and how it is asked for, folded in the same way: whatever the case, in every script, and whatever
 * language the machine or the database speaks.
 *
 * @param parts    pieces of text that any field must contain
 * @param phrases  words that the observation must contain one after the other
 * @param prefixes how a word of the observation must begin
 */
public record SearchText(List<String> parts, List<String> phrases, List<String> prefixes) {

    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([^\\s\\p{Z}\"]+)|\"");
    private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final String OBSERVATION = "session_observation_words(search_text)";

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

    /** Reads what somebody searches for: {@code acme eu "did not connect" time*}. */
    static SearchText parse(String search) {
        List<String> parts = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        Matcher matcher = PART.matcher(fold(search));
        while (matcher.find()) {
            String phrase = matcher.group(1);
            String word = matcher.group(2) == null ? matcher.group() : matcher.group(2);
            if (phrase != null && hasLetters(phrase)) {
                phrases.add(phrase);
            } else if (phrase == null && word.endsWith("*") && hasLetters(word)) {
                prefixes.add(word.replaceAll("\\*+$", ""));
            } else if (phrase == null || !phrase.isBlank()) {
                parts.add(phrase == null ? word : phrase);
            }
        }
        return new SearchText(
                parts.stream().distinct().toList(),
                phrases.stream().distinct().toList(),
                prefixes.stream().distinct().toList());
    }

    private static boolean hasLetters(String text) {
        return LETTER.matcher(text).find();
    }

    /** Conditions of SQL that must all hold. */
    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        parts.forEach(part -> conditions.add(new Condition("search_text like :word escape '\\'", pattern(part))));
        phrases.forEach(
                phrase -> conditions.add(new Condition(OBSERVATION + " @@ phraseto_tsquery('simple', :word)", phrase)));
        prefixes.forEach(
                word -> conditions.add(new Condition(OBSERVATION + " @@ to_tsquery('simple', :word)", prefix(word))));
        return conditions;
    }

    /** A condition with a parameter that is called {@code word}, and its value. */
    record Condition(String sql, String word) {}

    private static String pattern(String part) {
        return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static String prefix(String word) {
        return "'" + word.chars().mapToObj(SearchText::quoted).collect(Collectors.joining()) + "':*";
    }

    private static String quoted(int c) {
        return c == '\'' || c == '\\' ? "" + (char) c + (char) c : String.valueOf((char) c);
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
