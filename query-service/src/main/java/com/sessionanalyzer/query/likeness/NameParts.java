package com.sessionanalyzer.query.likeness;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A name taken apart.
 *
 * @param words     what tells it from others, in its order, in lower case without accents; never empty unless the name has
 *                  neither letters nor digits
 * @param core      the words in one
 * @param qualifier regions, stages and numbers of it, in order: names with different ones are kept apart
 * @param ending    of a domain, as in {@code co.uk}; empty when it is none
 */
public record NameParts(List<String> words, String core, String qualifier, String ending) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DOMAIN = Pattern.compile("(?:[^\\s./]+\\.)+\\p{L}{2,}");
    private static final Pattern BREAKS =
            Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");
    private static final int SHORTEST_COUNTRY = 2;

    public NameParts {
        words = List.copyOf(words);
    }

    public static NameParts of(String name) {
        String plain = plain(name);
        return DOMAIN.matcher(plain).matches() ? ofDomain(plain) : ofText(plain, "");
    }

    private static String plain(String name) {
        String decomposed = Normalizer.normalize(name.strip(), Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static NameParts ofDomain(String domain) {
        List<String> labels = new ArrayList<>(Arrays.asList(domain.split("\\.")));
        String ending = labels.remove(labels.size() - 1);
        int last = labels.size() - 1;
        if (last > 0 && ending.length() == SHORTEST_COUNTRY && NameWords.SECOND_LEVELS.contains(labels.get(last))) {
            ending = labels.remove(last) + "." + ending;
        }
        while (labels.size() > 1 && NameWords.HOSTS.contains(labels.get(0))) {
            labels.remove(0);
        }
        return ofText(String.join(" ", labels), ending);
    }

    private static NameParts ofText(String text, String ending) {
        List<String> all = Arrays.stream(BREAKS.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> words = new ArrayList<>();
        TreeSet<String> qualifiers = new TreeSet<>();
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            boolean isFirst = i == 0;
            if (isNumber(word) || (!isFirst && NameWords.QUALIFIERS.contains(word))) {
                qualifiers.add(word);
            } else if (isFirst || !NameWords.LEGAL_FORMS.contains(word)) {
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            words.addAll(qualifiers);
            qualifiers.clear();
        }
        return new NameParts(words, String.join("", words), String.join(" ", qualifiers), ending);
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /** The words in the order of the alphabet, in one. */
    String sortedCore() {
        List<String> sorted = new ArrayList<>(words);
        Collections.sort(sorted);
        return String.join("", sorted);
    }
}
