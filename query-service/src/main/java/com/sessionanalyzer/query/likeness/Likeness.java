package com.sessionanalyzer.query.likeness;

import java.util.ArrayList;
import java.util.List;

/**
 * How likely two names mean the same.
 *
 * @param score    0 to 1: the evidence added up
 * @param evidence what it comes from; what weighs most, first
 */
public record Likeness(double score, List<Evidence> evidence) {

    /** They have nothing to do with each other. */
    public static final Likeness NONE = new Likeness(0, List.of());

    public Likeness {
        evidence = List.copyOf(evidence);
    }

    static Likeness of(List<Evidence> evidence) {
        double sum = evidence.stream().mapToDouble(Evidence::points).sum();
        return new Likeness(Math.round(Math.max(0, Math.min(1, sum)) * 1000) / 1000.0, evidence);
    }

    /** This with more evidence. */
    public Likeness and(List<Evidence> more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.addAll(more);
        return of(all);
    }
}
