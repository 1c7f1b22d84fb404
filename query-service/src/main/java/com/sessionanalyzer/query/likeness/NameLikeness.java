package com.sessionanalyzer.query.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Scores how likely two names mean the same, by their words, the slips between them and the endings of their domains. */
public final class NameLikeness {

    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final int SHORT = 5;
    private static final int LONG = 8;
    private static final int VERY_LONG = 10;
    private static final double ALIKE = 0.9;

    private NameLikeness() {}

    /** What speaks for two names, and against them. */
    public static Likeness of(NameParts one, NameParts other) {
        if (!one.qualifier().equals(other.qualifier())
                || one.core().isEmpty()
                || other.core().isEmpty()) {
            return Likeness.NONE;
        }
        List<Evidence> evidence = new ArrayList<>();
        if (one.sortedCore().equals(other.sortedCore())) {
            evidence.add(new Evidence("same_name", "the same name “" + one.core() + "”", 0.95));
            addEnding(evidence, one, other, 0.03, -0.25);
            return Likeness.of(evidence);
        }
        String[] differing = differing(one, other);
        Slip slip = Slip.between(differing[0], differing[1]);
        if (slip == Slip.MANY) {
            return Likeness.NONE;
        }
        addSlip(evidence, one, other, slip, differing);
        addEnding(evidence, one, other, 0.04, -0.15);
        return Likeness.of(evidence);
    }

    private static void addSlip(
            List<Evidence> evidence, NameParts one, NameParts other, Slip slip, String[] differing) {
        int length = Math.min(differing[0].length(), differing[1].length());
        double alike = JARO_WINKLER.apply(one.core(), other.core());
        evidence.add(new Evidence(
                feature(slip),
                detail(slip, differing) + ", Jaro-Winkler " + Math.round(alike * 100) / 100.0,
                points(slip, length, alike)));
        if (differing[0].charAt(0) != differing[1].charAt(0)) {
            evidence.add(new Evidence("other_beginning", "they begin with other letters", -0.08));
        }
        boolean isPlural = slip == Slip.MISSED
                && (differing[0].equals(differing[1] + "s") || differing[1].equals(differing[0] + "s"));
        if (isPlural) {
            evidence.add(new Evidence("plural", "one may be the plural of the other", -0.04));
        }
    }

    /** The one word that differs, when only one does; else all in one. */
    private static String[] differing(NameParts one, NameParts other) {
        int at = -1;
        if (one.words().size() == other.words().size()) {
            for (int i = 0; i < one.words().size(); i++) {
                if (!one.words().get(i).equals(other.words().get(i))) {
                    at = at == -1 ? i : -2;
                }
            }
        }
        return at >= 0
                ? new String[] {one.words().get(at), other.words().get(at)}
                : new String[] {one.core(), other.core()};
    }

    private static double points(Slip slip, int length, double alike) {
        return switch (slip) {
            case NONE -> 0.9;
            case SWAPPED -> length <= 3 ? 0.6 : 0.86;
            case DOUBLED -> length <= 3 ? 0.6 : 0.86;
            case MISSED -> byLength(length, 0.62, 0.78, 0.84);
            case NEIGHBOUR -> byLength(length, 0.58, 0.74, 0.82);
            case REPLACED -> byLength(length, 0.5, 0.66, 0.76);
            case TWO -> length >= VERY_LONG && alike >= ALIKE ? 0.78 : byLength(length, 0.2, 0.4, 0.6);
            case MANY -> 0;
        };
    }

    private static double byLength(int length, double whenShort, double between, double whenLong) {
        if (length <= SHORT) {
            return whenShort;
        }
        return length < LONG ? between : whenLong;
    }

    private static void addEnding(
            List<Evidence> evidence, NameParts one, NameParts other, double whenSame, double whenOther) {
        if (one.ending().isEmpty() || other.ending().isEmpty()) {
            return;
        }
        boolean isSame = one.ending().equals(other.ending());
        evidence.add(
                isSame
                        ? new Evidence("same_ending", "both end in ." + one.ending(), whenSame)
                        : new Evidence(
                                "other_ending",
                                "one ends in ." + one.ending() + ", the other in ." + other.ending(),
                                whenOther));
    }

    private static String feature(Slip slip) {
        return "slip_" + slip.name().toLowerCase(Locale.ROOT);
    }

    private static String detail(Slip slip, String[] words) {
        String what = switch (slip) {
            case NONE -> "the same letters";
            case SWAPPED -> "two letters swapped";
            case DOUBLED -> "a letter doubled";
            case MISSED -> "a letter more or less";
            case NEIGHBOUR -> "a neighbouring key";
            case REPLACED -> "another letter";
            case TWO -> "two letters differ";
            case MANY -> "many letters differ";
        };
        return what + " in “" + words[0] + "” and “" + words[1] + "”";
    }
}
