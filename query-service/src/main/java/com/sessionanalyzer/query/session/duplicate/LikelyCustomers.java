package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.query.likeness.Likeness;
import com.sessionanalyzer.query.likeness.NameBlocks;
import com.sessionanalyzer.query.session.CustomerSnapshot;
import com.sessionanalyzer.query.session.KnownCustomer;
import com.sessionanalyzer.query.session.duplicate.NameIndex.NamePair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one snapshot that are likely to be the same.
 *
 * @param snapshot  which they are from
 * @param names     of its customers, to be used again while there are no others
 * @param pairs     the likeliest first
 * @param effort    how long it took to find them
 */
record LikelyCustomers(CustomerSnapshot snapshot, NameIndex names, List<LikelyPair> pairs, Duration effort) {

    /** From which score on two customers are likely one. */
    static final double LIKELY = 0.82;

    /**
     * Finds them.
     *
     * @param known what was found before; null when nothing was
     */
    static LikelyCustomers of(CustomerSnapshot snapshot, @Nullable NameIndex known) {
        long begun = System.nanoTime();
        List<KnownCustomer> customers = snapshot.customers().stream()
                .sorted(Comparator.comparing(KnownCustomer::key))
                .limit(NameBlocks.MOST_NAMES)
                .toList();
        List<String> keys = customers.stream().map(KnownCustomer::key).toList();
        NameIndex names =
                known != null && known.keys().equals(keys) ? known : NameIndex.of(keys, LIKELY - SharedWork.MOST);
        List<LikelyPair> pairs = new ArrayList<>();
        for (NamePair pair : names.pairs()) {
            KnownCustomer one = customers.get(pair.one());
            KnownCustomer other = customers.get(pair.other());
            Likeness likeness = pair.likeness().and(SharedWork.of(one, other));
            if (likeness.score() >= LIKELY) {
                pairs.add(LikelyPair.of(one, other, likeness.score(), likeness.evidence()));
            }
        }
        pairs.sort(LikelyPair.LIKELIEST);
        return new LikelyCustomers(snapshot, names, pairs, Duration.ofNanos(System.nanoTime() - begun));
    }
}
