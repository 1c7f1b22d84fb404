package com.sessionanalyzer.schema.session;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A customer as somebody wrote it, and the identity behind the spelling.
 *
 * @param spelling trimmed, inner white space collapsed to one space
 * @param key      NFC, case folded, without scheme, {@code www.} and trailing dots or slashes, punycode as Unicode; blank
 *                 when the text names nobody
 */
public record CustomerName(String spelling, String key) {

    public static final int MAX_LENGTH = 255;

    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*://");
    private static final Pattern WWW = Pattern.compile("^(?:www\\.)+");
    private static final Pattern TRAILING = Pattern.compile("[./\\s]+$");

    public static CustomerName of(String text) {
        return isPlain(text) ? new CustomerName(text, lowerCase(text)) : normalized(text);
    }

    /**
     * Whether case is all that lies between the name and its identity, as with nearly all names: they are printing ASCII with
     * single spaces inside, and nothing in them is cut off or decoded. It spares six regular expressions. A plain name names
     * somebody, and its key is as long as it is.
     */
    public static boolean isPlain(String text) {
        char previous = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDash = c == '-' && previous == '-';
            if (c < ' ' || c > '~' || c == '/' || c == ':' || isDash || (c == ' ' && previous == ' ')) {
                return false;
            }
            previous = c;
        }
        return previous != ' ' && previous != '.' && !isWww(text);
    }

    /** Whether the spelling is one of the customer's own name, and not of one that was merged into it. */
    public boolean isOwn() {
        return spelling.equals(key) || of(spelling).key.equals(key);
    }

    private static boolean isWww(String text) {
        char first = text.charAt(0);
        return (first == 'w' || first == 'W') && text.regionMatches(true, 0, "www.", 0, "www.".length());
    }

    private static String lowerCase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
                return text.toLowerCase(Locale.ROOT);
            }
        }
        return text;
    }

    private static CustomerName normalized(String text) {
        String spelling = collapse(text);
        String name = fold(spelling);
        String previous;
        do {
            previous = name;
            name = fold(unicode(bare(name)));
        } while (!name.equals(previous));
        return new CustomerName(spelling, name);
    }

    /** The text trimmed, with each run of white space or control characters as one space. */
    public static String collapse(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String bare(String name) {
        String withoutScheme = SCHEME.matcher(name).replaceFirst("");
        String withoutWww = WWW.matcher(withoutScheme).replaceFirst("");
        return TRAILING.matcher(withoutWww).replaceFirst("").strip();
    }

    private static String unicode(String name) {
        return name.contains("xn--") ? IDN.toUnicode(name) : name;
    }

    private static String fold(String name) {
        String folded = name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }
}
