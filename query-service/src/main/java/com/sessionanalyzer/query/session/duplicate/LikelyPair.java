package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.query.likeness.Evidence;
import com.sessionanalyzer.query.session.KnownCustomer;
import java.util.Comparator;
import java.util.List;

/**
 * Two customers that are likely to be one.
 *
 * @param keep     the one with more records; with as many, the one that was there first
 * @param other    the one that would be merged into it
 * @param score    0 to 1
 * @param evidence what the score comes from
 */
public record LikelyPair(KnownCustomer keep, KnownCustomer other, double score, List<Evidence> evidence) {

    /** The likeliest first. */
    static final Comparator<LikelyPair> LIKELIEST = Comparator.comparingDouble(LikelyPair::score)
            .reversed()
            .thenComparing(pair -> pair.keep().key())
            .thenComparing(pair -> pair.other().key());

    private static final Comparator<KnownCustomer> KEPT = Comparator.comparingLong(KnownCustomer::records)
            .reversed()
            .thenComparing(KnownCustomer::first)
            .thenComparing(KnownCustomer::key);

    public LikelyPair {
        evidence = List.copyOf(evidence);
    }

    static LikelyPair of(KnownCustomer one, KnownCustomer other, double score, List<Evidence> evidence) {
        return KEPT.compare(one, other) <= 0
                ? new LikelyPair(one, other, score, evidence)
                : new LikelyPair(other, one, score, evidence);
    }
}
