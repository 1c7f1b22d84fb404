package com.sessionanalyzer.query.session;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import com.sessionanalyzer.query.session.Insights.Combination;
import com.sessionanalyzer.query.session.Insights.Duplicate;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Customers in the order of the lists that are shown of them, so that the first of a list are found without a look at the
 * others. Only customers that changed since a list was last asked for are put in order anew. Changes must not come while
 * lists are asked for; several threads may ask at a time.
 */
final class CustomerRanks {

    private static final Comparator<Rank> BY_NAME = comparing(Rank::name).thenComparing(Rank::key);

    private static final Comparator<Combination> BY_COUNT = comparingLong(Combination::count)
            .reversed()
            .thenComparing(Combination::customer)
            .thenComparing(Combination::source)
            .thenComparing(Combination::destination);

    private final NavigableSet<Rank> byRecords =
            new TreeSet<>(comparingLong(Rank::records).reversed().thenComparing(BY_NAME));
    private final NavigableSet<Rank> byMost =
            new TreeSet<>(comparingLong(Rank::most).reversed().thenComparing(BY_NAME));
    private final Set<Customer> changed = Collections.newSetFromMap(new IdentityHashMap<>());
    private long combinations;

    /** This customer has other records, routes or another name than before. */
    void changed(Customer customer) {
        changed.add(customer);
    }

    /** Forgets a customer at once: where nobody asks, those that come and go would else add up. */
    void gone(Customer customer) {
        changed.remove(customer);
        remove(customer.rank());
    }

    /**
     * Customers with more than one record, those with the most first, then by name.
     *
     * @param most how many are wanted; 0 for all
     */
    synchronized List<Duplicate> duplicates(int most) {
        settle();
        return byRecords.stream()
                .limit(most == 0 ? Long.MAX_VALUE : most)
                .map(rank -> new Duplicate(rank.name(), rank.records()))
                .toList();
    }

    /**
     * Customers with a source and a destination, those with the most records first, then by their names. A customer is looked
     * at only while the most that one of its combinations can have would still be among the first.
     *
     * @param most how many are wanted; 0 for all
     */
    synchronized List<Combination> combinations(int most) {
        settle();
        First<Combination> first = new First<>(most, BY_COUNT);
        for (Rank rank : byMost) {
            if (!first.takes(new Combination(rank.name(), "", "", rank.most()))) {
                break;
            }
            rank.customer()
                    .forEachCombination((source, destination, records) ->
                            first.add(new Combination(rank.name(), source, destination, records)));
        }
        return first.inOrder();
    }

    /** How many combinations of a customer, a source and a destination there are. */
    synchronized long combinationsCount() {
        settle();
        return combinations;
    }

    private void settle() {
        changed.forEach(customer -> {
            remove(customer.rank());
            Rank rank = customer.ranked();
            if (rank != null) {
                add(rank);
            }
        });
        changed.clear();
    }

    private void remove(@Nullable Rank rank) {
        if (rank != null) {
            byRecords.remove(rank);
            byMost.remove(rank);
            combinations -= rank.combinations();
        }
    }

    private void add(Rank rank) {
        if (rank.records() > 1) {
            byRecords.add(rank);
        }
        if (rank.combinations() > 0) {
            byMost.add(rank);
        }
        combinations += rank.combinations();
    }

    /**
     * A customer as it was put in order.
     *
     * @param most records of one of its combinations
     */
    record Rank(Customer customer, String key, String name, long records, long most, int combinations) {}
}
