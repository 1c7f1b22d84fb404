package com.sessionanalyzer.query.session;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.session.Insights.Combination;
import com.sessionanalyzer.query.session.Insights.Duplicate;
import com.sessionanalyzer.schema.cube.PartCounts;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The lists after any changes, asked for at any time, beside those of all customers in order. */
class CustomerRanksProperties {

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    @Property
    void areTheFirstOfAllCustomersInOrder(@ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 6) int most) {
        Customers customers = new Customers();
        for (Step step : steps) {
            customers.set(step.key(), step.activity());
            if (step.asks()) {
                assertLists(customers, most);
            }
        }
        assertLists(customers, most);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> route = Combinators.combine(
                        Arbitraries.of("EU", "US"), Arbitraries.of("MySQL", "S3"), Arbitraries.of("BQ", "S3"))
                .as((region, source, destination) -> region + " " + source + " " + destination);
        Arbitrary<List<String>> routes = route.list().ofMaxSize(5);
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.of("A", "B"),
                        routes,
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(20);
    }

    private static void assertLists(Customers customers, int most) {
        List<Duplicate> duplicates = new ArrayList<>();
        List<Combination> combinations = new ArrayList<>();
        customers.forEach(each -> {
            KnownCustomer customer = each.known().orElseThrow();
            if (customer.records() > 1) {
                duplicates.add(new Duplicate(customer.displayName(), customer.records()));
            }
            combinations.addAll(combinations(each, customer.displayName()));
        });
        duplicates.sort(comparingLong(Duplicate::occurrences).reversed().thenComparing(Duplicate::customer));
        combinations.sort(comparingLong(Combination::count)
                .reversed()
                .thenComparing(comparing(Combination::customer))
                .thenComparing(Combination::source)
                .thenComparing(Combination::destination));

        CustomerRanks ranks = customers.ranks();
        assertThat(ranks.duplicates(most)).isEqualTo(first(duplicates, most));
        assertThat(ranks.combinations(most)).isEqualTo(first(combinations, most));
        assertThat(ranks.combinationsCount()).isEqualTo(combinations.size());
    }

    private static List<Combination> combinations(Customer customer, String name) {
        Map<List<String>, Long> counts = new HashMap<>();
        customer.forEachVisit((region, source, destination, records) ->
                counts.merge(List.of(source, destination), records, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new Combination(
                        name, entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }

    private static <T> List<T> first(List<T> all, int most) {
        return most == 0 ? all : all.subList(0, Math.min(most, all.size()));
    }

    /** A customer has these routes, each with as many records as it is named, or none and is gone. */
    record Step(String key, String spelling, List<String> routes, boolean asks) {

        private @Nullable Activity activity() {
            if (routes.isEmpty()) {
                return null;
            }
            PartCounts parts = new PartCounts(3);
            routes.forEach(route -> parts.add(List.of(route.split(" ", -1)), 1, PartCounts.ValueListener.NONE));
            int records = routes.size();
            return new Activity(spelling + key, records, records, records, NOON, NOON, NOON, new UUID(1, 2), parts);
        }
    }
}
