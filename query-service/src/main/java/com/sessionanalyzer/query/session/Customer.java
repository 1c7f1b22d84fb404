package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.Dictionary;
import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import com.sessionanalyzer.schema.cube.PartCounts;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.CustomerKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One customer; its activity and, when they are very many, its routes come as entries of their own. */
final class Customer {

    private static final byte[] NONE = {};

    private final String key;
    private final Dictionary names;
    private final RouteCounts routes = new RouteCounts();
    private boolean hasRoutesTogether;
    private @Nullable Activity activity;
    private CustomerRanks.@Nullable Rank rank;

    Customer(String key, Dictionary names) {
        this.key = key;
        this.names = names;
    }

    /** Sets what its records add up to, and its routes if it has them; null when there are none left. */
    void set(@Nullable Activity next) {
        PartCounts together = next == null ? null : next.routes();
        if (together != null) {
            routes.set(together, names);
        } else if (hasRoutesTogether) {
            routes.clear();
        }
        hasRoutesTogether = together != null;
        activity = next == null ? null : next.with(null);
    }

    /**
     * Sets how many of its records have this route; 0 when none. A customer with routes of its own has no such entries; one
     * that comes nevertheless is of a time before, and says that the route is gone.
     */
    void set(CustomerKey.Route route, long records) {
        if (!hasRoutesTogether) {
            routes.set(
                    names.code(route.region()), names.code(route.source()), names.code(route.destination()), records);
        }
    }

    boolean isKnown() {
        return activity != null;
    }

    boolean isEmpty() {
        return activity == null && routes.isEmpty();
    }

    /** The spelling seen first, or the given one when it is not known. */
    String displayName(String otherwise) {
        return activity == null ? otherwise : activity.displayName();
    }

    String displayName() {
        return displayName("");
    }

    long records() {
        return activity == null ? 0 : activity.records();
    }

    /** A copy of what is known of it, when it has records. */
    Optional<KnownCustomer> known() {
        return Optional.ofNullable(activity).map(known -> KnownCustomer.of(key, known, visits()));
    }

    private List<String> visits() {
        List<String> visits = new ArrayList<>();
        forEachVisit((region, source, destination, records) -> {
            visits.add(region);
            visits.add(source);
            visits.add(destination);
        });
        return visits;
    }

    /** Hands over its routes. */
    void forEachVisit(VisitConsumer each) {
        routes.forEach((region, source, destination, records) ->
                each.accept(names.text(region), names.text(source), names.text(destination), records));
    }

    /** Hands over its sources with their destinations, whatever the region. */
    void forEachCombination(CombinationConsumer each) {
        combinations()
                .forEach((pair, records) ->
                        each.accept(names.text((int) (pair >> Integer.SIZE)), names.text(pair.intValue()), records));
    }

    /** Records by the codes of source and destination, in the two halves of a number. */
    private Map<Long, Long> combinations() {
        Map<Long, Long> combinations = new HashMap<>();
        routes.forEach((region, source, destination, records) ->
                combinations.merge(((long) source << Integer.SIZE) + destination, records, Long::sum));
        return combinations;
    }

    /** Where it stands among the others since it was ranked last; null when it does not. */
    CustomerRanks.@Nullable Rank rank() {
        return rank;
    }

    /** Where it stands with what is known of it now. */
    CustomerRanks.@Nullable Rank ranked() {
        rank = activity == null ? null : ranked(activity, combinations());
        return rank;
    }

    private CustomerRanks.Rank ranked(Activity known, Map<Long, Long> combinations) {
        long most =
                combinations.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return new CustomerRanks.Rank(this, key, known.displayName(), known.records(), most, combinations.size());
    }

    void write(StateOutput output) throws IOException {
        output.text(key).bytes(activity == null ? NONE : activity.encode());
        output.number(hasRoutesTogether ? 1 : 0);
        routes.write(output);
    }

    /** Takes over what was written after the key. */
    void read(StateInput input) throws IOException {
        byte[] written = input.bytes();
        activity = written.length == 0 ? null : (Activity) CustomerEntry.decode(written);
        hasRoutesTogether = input.number() == 1;
        routes.read(input);
    }

    /** Takes the records of one route. */
    @FunctionalInterface
    interface VisitConsumer {

        void accept(String region, String source, String destination, long records);
    }

    /** Takes the records from a source to a destination. */
    @FunctionalInterface
    interface CombinationConsumer {

        void accept(String source, String destination, long records);
    }
}
