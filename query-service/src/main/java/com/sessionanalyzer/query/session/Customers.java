package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.cube.Dictionary;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.CustomerEntry.Visit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The customers of one organization: how they are spelled and what their records add up to. */
final class Customers {

    private static final int CODES = 3;

    private final Dictionary names = new Dictionary();
    private final Map<String, Customer> customers = new HashMap<>();

    /** Sets what a customer's records add up to; null when there are none left. */
    void set(String key, @Nullable Activity activity) {
        if (activity == null) {
            customers.remove(key);
        } else {
            customers.put(key, customer(activity));
        }
    }

    /** The spelling seen first, or the given one when the customer is not known. */
    String displayName(String key, String otherwise) {
        Customer customer = customers.get(key);
        return customer == null ? otherwise : customer.displayName;
    }

    void forEach(Consumer<Customer> each) {
        customers.values().forEach(each);
    }

    private Customer customer(Activity activity) {
        int[] codes = new int[activity.visits().size() * CODES];
        long[] records = new long[activity.visits().size()];
        int visit = 0;
        for (Map.Entry<Visit, Long> entry : activity.visits().entrySet()) {
            codes[visit * CODES] = names.code(entry.getKey().region());
            codes[visit * CODES + 1] = names.code(entry.getKey().source());
            codes[visit * CODES + 2] = names.code(entry.getKey().destination());
            records[visit++] = entry.getValue();
        }
        return new Customer(names, activity.displayName(), activity.records(), codes, records);
    }

    /** One customer. Its visits are held as numbers, a tenth of what they take as objects. */
    static final class Customer {

        private final Dictionary names;
        private final String displayName;
        private final long records;
        private final int[] codes;
        private final long[] visitRecords;

        private Customer(Dictionary names, String displayName, long records, int[] codes, long[] visitRecords) {
            this.names = names;
            this.displayName = displayName;
            this.records = records;
            this.codes = codes;
            this.visitRecords = visitRecords;
        }

        String displayName() {
            return displayName;
        }

        long records() {
            return records;
        }

        void forEachVisit(VisitConsumer each) {
            for (int visit = 0; visit < visitRecords.length; visit++) {
                each.accept(
                        names.text(codes[visit * CODES]),
                        names.text(codes[visit * CODES + 1]),
                        names.text(codes[visit * CODES + 2]),
                        visitRecords[visit]);
            }
        }
    }

    /** Takes the records of one combination. */
    @FunctionalInterface
    interface VisitConsumer {

        void accept(String region, String source, String destination, long records);
    }
}
