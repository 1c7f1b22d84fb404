package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.query.session.CustomerSnapshots;
import com.sessionanalyzer.query.session.duplicate.NameIndex.Near;
import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds customers that are likely the same, when somebody asks, once for each state of the numbers. While records arrive all
 * the time what was found is answered again for 20 times as long as it took, so that it costs a twentieth of a core at most.
 */
public final class LikelyDuplicates {

    private static final int REST = 20;

    private final CustomerSnapshots customers;
    private final CustomerLinks links;
    private final Map<OrganizationId, Finder> finders = new ConcurrentHashMap<>();

    LikelyDuplicates(CustomerSnapshots customers, CustomerLinks links) {
        this.customers = customers;
        this.links = links;
    }

    /**
     * What was found.
     *
     * @param asOf      of the snapshot
     * @param customers that were looked at
     * @param pairs     the likeliest first, without those that were decided about
     */
    public record Found(Instant asOf, int customers, List<LikelyPair> pairs) {}

    /** Customers that are likely the same, except those that somebody said are not. */
    public Found find(OrganizationId organization) {
        LikelyCustomers likely = newest(organization);
        return new Found(
                likely.snapshot().asOf(),
                likely.snapshot().customers().size(),
                likely.pairs().stream()
                        .filter(pair -> isOpen(organization, pair))
                        .toList());
    }

    /** Names of customers that are like this one, the likeliest first. */
    List<Near> near(OrganizationId organization, String key) {
        return newest(organization).names().near(key, LikelyCustomers.LIKELY).stream()
                .filter(near -> !links.areApart(organization, key, near.key()))
                .sorted(Comparator.comparingDouble(
                                (Near near) -> near.likeness().score())
                        .reversed()
                        .thenComparing(Near::key))
                .toList();
    }

    private boolean isOpen(OrganizationId organization, LikelyPair pair) {
        String keep = pair.keep().key();
        String other = pair.other().key();
        return links.resolve(organization, keep).equals(keep)
                && links.resolve(organization, other).equals(other)
                && !links.areApart(organization, keep, other);
    }

    private LikelyCustomers newest(OrganizationId organization) {
        return finders.computeIfAbsent(organization, added -> new Finder(organization))
                .newest();
    }

    /** Finds those of one organization, one request at a time. */
    private final class Finder {

        private final OrganizationId organization;
        private @Nullable LikelyCustomers known;
        private long foundAt;

        Finder(OrganizationId organization) {
            this.organization = organization;
        }

        synchronized LikelyCustomers newest() {
            LikelyCustomers before = known;
            if (before != null && (isNewest(before) || isRecent(before))) {
                return before;
            }
            LikelyCustomers found =
                    LikelyCustomers.of(customers.newest(organization), before == null ? null : before.names());
            known = found;
            foundAt = System.nanoTime();
            return found;
        }

        private boolean isNewest(LikelyCustomers before) {
            return before.snapshot().version() == customers.version(organization);
        }

        private boolean isRecent(LikelyCustomers before) {
            return System.nanoTime() - foundAt < before.effort().toNanos() * REST;
        }
    }
}
