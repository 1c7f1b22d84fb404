package com.sessionanalyzer.query.session.search;

import com.sessionanalyzer.schema.session.SessionRecord;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final Pattern LETTER = Pattern.compile("[\\p{IsAlphabetic}\\p{N}]");

    /** Marks belong to words: many scripts write vowels with them. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{IsAlphabetic}\\p{M}\\p{N}]+");

    private static final String NO_WORD = "[^[:alnum:]]";
    private static final String END_OF_WORD = "(?:" + NO_WORD + "|$)";

    /** What precedes the observation: five lines. */
    private static final String OBSERVATION = "^(?:[^\\n]*\\n){5}";

    private static final int FIRST_BEYOND_ASCII = 0x80;

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
    public static SearchText parse(String search) {
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
    public List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        pieces().forEach(piece -> conditions.add(new Condition("search_text like :word escape '\\'", pattern(piece))));
        phrases.forEach(phrase -> conditions.add(new Condition("search_text ~ :word", observed(phrase) + END_OF_WORD)));
        prefixes.forEach(prefix -> conditions.add(new Condition("search_text ~ :word", observed(prefix))));
        return conditions;
    }

    /** The grams of everything that is found. */
    Grams grams() {
        Grams grams = new Grams();
        pieces().forEach(grams::require);
        return grams;
    }

    /** What the text of a record must contain, whatever its words are: that is quicker to see than which words it has. */
    private List<String> pieces() {
        return Stream.concat(
                        parts.stream(),
                        Stream.concat(phrases.stream(), prefixes.stream()).flatMap(SearchText::words))
                .distinct()
                .toList();
    }

    private static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty());
    }

    /** A regular expression for words that begin in the observation and follow each other. */
    private static String observed(String text) {
        return words(text).collect(Collectors.joining(NO_WORD + "+", OBSERVATION + "(?:.*" + NO_WORD + ")?", ""));
    }

    /** A condition with a parameter that is called {@code word}, and its value. */
    public record Condition(String sql, String word) {}

    private static String pattern(String part) {
        return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
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
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == 0 || text.charAt(at) >= FIRST_BEYOND_ASCII) {
                return false;
            }
        }
        return true;
    }
}
