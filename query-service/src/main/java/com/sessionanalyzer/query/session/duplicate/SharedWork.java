package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.query.likeness.Evidence;
import com.sessionanalyzer.query.session.KnownCustomer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the records of two customers say about whether they are one: the same work is done for the same customer. */
final class SharedWork {

    /** The most that it can add. */
    static final double MOST = 0.1;

    private static final double ROUTES = 0.05;
    private static final double REGIONS = 0.02;
    private static final double FEW = 0.03;
    private static final double NO_ROUTES = -0.06;
    private static final double NO_REGIONS = -0.06;
    private static final int SELDOM = 2;
    private static final int OFTEN = 5;
    private static final int SHOWN = 3;

    private SharedWork() {}

    static List<Evidence> of(KnownCustomer one, KnownCustomer other) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(shared("routes", one.routes(), other.routes(), ROUTES, NO_ROUTES));
        evidence.add(shared("regions", one.regions(), other.regions(), REGIONS, NO_REGIONS));
        long fewer = Math.min(one.records(), other.records());
        long more = Math.max(one.records(), other.records());
        if (fewer <= SELDOM && more >= OFTEN * fewer) {
            evidence.add(new Evidence(
                    "seldom", "one has " + more + " records, the other " + fewer + ", as after a slip", FEW));
        }
        return evidence;
    }

    private static Evidence shared(String what, Set<String> one, Set<String> other, double whenSome, double whenNone) {
        Set<String> both = new LinkedHashSet<>(one);
        both.retainAll(other);
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return both.isEmpty()
                ? new Evidence("no_shared_" + what, "no " + what + " in common", whenNone)
                : new Evidence(
                        "shared_" + what,
                        both.size() + " of " + all.size() + " " + what + " in common: "
                                + String.join(", ", both.stream().limit(SHOWN).toList())
                                + (both.size() > SHOWN ? ", …" : ""),
                        whenSome);
    }
}
