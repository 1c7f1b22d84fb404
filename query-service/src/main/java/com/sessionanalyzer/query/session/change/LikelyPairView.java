package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.likeness.Evidence;
import com.sessionanalyzer.query.session.KnownCustomer;
import com.sessionanalyzer.query.session.duplicate.LikelyPair;
import java.util.List;
import java.util.Locale;

/**
 * Two customers that are likely the same, as the page shows them.
 *
 * @param percent      the score
 * @param recordsAfter what the one that is kept would have
 */
record LikelyPairView(
        KnownCustomer keep, KnownCustomer other, String percent, long recordsAfter, List<Reason> reasons) {

    /** A piece of evidence. */
    record Reason(String detail, String points, boolean against) {

        static Reason of(Evidence evidence) {
            return new Reason(
                    evidence.detail(),
                    String.format(Locale.ENGLISH, "%+.0f", evidence.points() * 100),
                    evidence.points() < 0);
        }
    }

    static LikelyPairView of(LikelyPair pair) {
        return new LikelyPairView(
                pair.keep(),
                pair.other(),
                String.format(Locale.ENGLISH, "%.0f", pair.score() * 100),
                pair.keep().records() + pair.other().records(),
                pair.evidence().stream().map(Reason::of).toList());
    }
}
