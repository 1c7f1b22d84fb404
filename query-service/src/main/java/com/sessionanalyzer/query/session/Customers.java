package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.Dictionary;
import com.sessionanalyzer.query.state.StateInput;
import com.sessionanalyzer.query.state.StateOutput;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.CustomerKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The customers of one organization: how they are spelled and what their records add up to. */
final class Customers {

    private final Dictionary names;
    private final Map<String, Customer> customers = new HashMap<>();
    private final CustomerRanks ranks = new CustomerRanks();

    Customers() {
        this(new Dictionary());
    }

    private Customers(Dictionary names) {
        this.names = names;
    }

    /** Sets what a customer's records add up to, and its routes if it has them; null when there are none left. */
    void set(String key, @Nullable Activity activity) {
        change(key, customer -> customer.set(activity));
    }

    /** Sets how many of a customer's records have this route; 0 when none. */
    void set(CustomerKey.Route route, long records) {
        change(route.key(), customer -> customer.set(route, records));
    }

    private void change(String key, Consumer<Customer> change) {
        Customer customer = customer(key);
        change.accept(customer);
        if (customer.isEmpty()) {
            customers.remove(key);
            ranks.gone(customer);
        } else {
            ranks.changed(customer);
        }
    }

    /** The spelling seen first, or the given one when the customer is not known. */
    String displayName(String key, String otherwise) {
        Customer customer = customers.get(key);
        return customer == null ? otherwise : customer.displayName(otherwise);
    }

    int size() {
        return customers.size();
    }

    /** The lists of those that have the most. */
    CustomerRanks ranks() {
        return ranks;
    }

    /** Hands over every customer that has records. */
    void forEach(Consumer<Customer> each) {
        customers.values().stream().filter(Customer::isKnown).forEach(each);
    }

    /** A copy of the customer with this identity, when it has records. */
    Optional<KnownCustomer> find(String key) {
        return Optional.ofNullable(customers.get(key)).flatMap(Customer::known);
    }

    void write(StateOutput output) throws IOException {
        names.write(output);
        output.number(customers.size());
        for (Customer customer : customers.values()) {
            customer.write(output);
        }
    }

    /** Reads customers that were written. */
    static Customers read(StateInput input) throws IOException {
        Customers read = new Customers(Dictionary.read(input));
        for (int left = input.number(); left > 0; left--) {
            Customer customer = read.customer(input.text());
            customer.read(input);
            read.ranks.changed(customer);
        }
        return read;
    }

    private Customer customer(String key) {
        return customers.computeIfAbsent(key, missing -> new Customer(missing, names));
    }
}
