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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The customers of one organization: how they are spelled and what their records add up to. */
final class Customers {

    private static final byte[] NONE = {};

    private final Dictionary names;
    private final Map<String, Customer> customers = new HashMap<>();

    Customers() {
        this(new Dictionary());
    }

    private Customers(Dictionary names) {
        this.names = names;
    }

    /** Sets what a customer's records add up to, and its routes if it has them; null when there are none left. */
    void set(String key, @Nullable Activity activity) {
        Customer customer = customer(key);
        PartCounts routes = activity == null ? null : activity.routes();
        if (routes != null) {
            customer.routes.set(routes, names);
        } else if (customer.hasRoutesTogether) {
            customer.routes.clear();
        }
        customer.hasRoutesTogether = routes != null;
        customer.activity = activity == null ? null : activity.with(null);
        forgetWhenEmpty(key);
    }

    /**
     * Sets how many of a customer's records have this route; 0 when none. A customer with routes of its own has no such
     * entries; one that comes nevertheless is of a time before, and says that the route is gone.
     */
    void set(CustomerKey.Route route, long records) {
        Customer customer = customer(route.key());
        if (!customer.hasRoutesTogether) {
            customer.routes.set(
                    names.code(route.region()), names.code(route.source()), names.code(route.destination()), records);
            forgetWhenEmpty(route.key());
        }
    }

    /** The spelling seen first, or the given one when the customer is not known. */
    String displayName(String key, String otherwise) {
        Customer customer = customers.get(key);
        return customer == null || customer.activity == null ? otherwise : customer.activity.displayName();
    }

    int size() {
        return customers.size();
    }

    /** Hands over every customer that has records. */
    void forEach(Consumer<Customer> each) {
        customers.values().stream()
                .filter(customer -> customer.activity != null)
                .forEach(each);
    }

    /** Hands over a copy of every customer that has records. */
    void forEachKnown(Consumer<KnownCustomer> each) {
        customers.forEach((key, customer) -> {
            if (customer.activity != null) {
                each.accept(KnownCustomer.of(key, customer.activity, customer.visits()));
            }
        });
    }

    /** A copy of the customer with this identity, when it has records. */
    Optional<KnownCustomer> find(String key) {
        Customer customer = customers.get(key);
        return customer == null || customer.activity == null
                ? Optional.empty()
                : Optional.of(KnownCustomer.of(key, customer.activity, customer.visits()));
    }

    void write(StateOutput output) throws IOException {
        names.write(output);
        output.number(customers.size());
        for (Map.Entry<String, Customer> entry : customers.entrySet()) {
            Customer customer = entry.getValue();
            output.text(entry.getKey()).bytes(customer.activity == null ? NONE : customer.activity.encode());
            output.number(customer.hasRoutesTogether ? 1 : 0);
            customer.routes.write(output);
        }
    }

    /** Reads customers that were written. */
    static Customers read(StateInput input) throws IOException {
        Customers read = new Customers(Dictionary.read(input));
        for (int left = input.number(); left > 0; left--) {
            Customer customer = read.customer(input.text());
            byte[] activity = input.bytes();
            customer.activity = activity.length == 0 ? null : (Activity) CustomerEntry.decode(activity);
            customer.hasRoutesTogether = input.number() == 1;
            customer.routes.read(input);
        }
        return read;
    }

    private Customer customer(String key) {
        return customers.computeIfAbsent(key, missing -> new Customer(names));
    }

    private void forgetWhenEmpty(String key) {
        customers.computeIfPresent(
                key, (same, customer) -> customer.activity == null && customer.routes.isEmpty() ? null : customer);
    }

    /** One customer; its activity and, when they are very many, its routes come as entries of their own. */
    static final class Customer {

        private final Dictionary names;
        private final RouteCounts routes = new RouteCounts();
        private boolean hasRoutesTogether;
        private @Nullable Activity activity;

        private Customer(Dictionary names) {
            this.names = names;
        }

        String displayName() {
            return activity == null ? "" : activity.displayName();
        }

        long records() {
            return activity == null ? 0 : activity.records();
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

        void forEachVisit(VisitConsumer each) {
            routes.forEach((region, source, destination, records) ->
                    each.accept(names.text(region), names.text(source), names.text(destination), records));
        }
    }

    /** Takes the records of one combination. */
    @FunctionalInterface
    interface VisitConsumer {

        void accept(String region, String source, String destination, long records);
    }
}
