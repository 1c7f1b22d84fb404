package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.facts.FactQuestion;
import com.sessionanalyzer.query.facts.FactScan;
import com.sessionanalyzer.query.facts.FactShape;
import com.sessionanalyzer.query.facts.FactSums;
import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.query.period.Grain;
import com.sessionanalyzer.query.period.Window;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filtered records of a window by groups. The number of a group is made of the codes of its values, so that a part of it
 * is all that each column has to know.
 */
final class Grouping {

    private final FactTable facts;
    private final Window window;
    private final Grain grain;
    private final List<SessionGroup> groups;
    private final FilterTables filter;
    private final boolean isByCustomer;
    private final long[] strides;
    private final long[] values;
    private final long size;

    Grouping(FactTable facts, SessionFilter filter, Window window, Grain grain, List<SessionGroup> groups) {
        this.facts = facts;
        this.window = window;
        this.grain = grain;
        this.groups = List.copyOf(groups);
        this.isByCustomer = groups.contains(SessionGroup.CUSTOMER);
        this.filter = new FilterTables(facts, filter);
        this.strides = new long[groups.size()];
        this.values =
                groups.stream().mapToLong(group -> Math.max(1, values(group))).toArray();
        this.size = stride();
    }

    /** Customers stand beside each other, as they do in the facts; stretches of days are apart from all others. */
    private long stride() {
        long stride = 1;
        int customer = groups.indexOf(SessionGroup.CUSTOMER);
        if (customer >= 0) {
            strides[customer] = 1;
            stride = values[customer];
        }
        for (int place = groups.size() - 1; place >= 0; place--) {
            if (place != customer && !groups.get(place).isTime()) {
                strides[place] = stride;
                stride = Math.multiplyExact(stride, values[place]);
            }
        }
        for (int place = 0; place < strides.length; place++) {
            if (groups.get(place).isTime()) {
                strides[place] = stride;
                var unused = Math.multiplyExact(stride, values[place]);
            }
        }
        return stride;
    }

    /** One group with records, as the codes of its values, and its sums. */
    static final class Row {

        private final int[] codes;
        private final SessionSums sums;

        Row(int[] codes, SessionSums sums) {
            this.codes = codes;
            this.sums = sums;
        }

        int code(int place) {
            return codes[place];
        }

        SessionSums sums() {
            return sums;
        }
    }

    /** The groups that have records, without order. */
    List<Row> rows(boolean distinct) {
        return rows(sums(distinct));
    }

    /** Those that are told of these. */
    List<Row> rows(FactSums sums) {
        List<Row> rows = new ArrayList<>(sums.size());
        for (int index = 0; index < sums.size(); index++) {
            rows.add(row(sums, index));
        }
        return rows;
    }

    /** The groups that have records, as they were added up. */
    FactSums sums(boolean distinct) {
        return FactScan.of(facts, question(distinct));
    }

    /** As many groups at least, of the first stretches of days or of the last ones; the others are only counted. */
    FactSums sums(boolean distinct, int atLeast, boolean latestFirst) {
        return FactScan.of(facts, question(distinct).inDetail(atLeast, latestFirst));
    }

    /** As many groups at least, those with the largest sums; the others are counted, and added up together. */
    FactSums largest(boolean distinct, FactSums.Measure measure, int atLeast) {
        return FactScan.of(facts, question(distinct).ofLargest(measure, atLeast));
    }

    /** One of the groups that were added up. */
    Row row(FactSums sums, int index) {
        int[] codes = new int[strides.length];
        for (int place = 0; place < codes.length; place++) {
            codes[place] = code(sums.group(index), place);
        }
        return new Row(codes, sumsOf(sums, index));
    }

    /** What one of the groups adds up to. */
    SessionSums sumsOf(FactSums sums, int index) {
        SessionSums of = SessionSums.of(sums, index);
        return isByCustomer ? of.withOneCustomer() : of;
    }

    /** How many distinct customers all groups have together, when they were counted and the sums are whole. */
    int customers(FactSums sums) {
        int place = groups.indexOf(SessionGroup.CUSTOMER);
        return place < 0 ? sums.subjects().orElseThrow() : sums.remainders(Math.toIntExact(values[place]));
    }

    /** The code of a value of a group. */
    int code(long group, int place) {
        long code = group / strides[place];
        return (int) (groups.get(place).isTime() ? code : code % values[place]);
    }

    /** How many codes the group at this place has. */
    int valuesOf(int place) {
        return Math.toIntExact(values(groups.get(place)));
    }

    private FactQuestion question(boolean distinct) {
        return new FactQuestion(
                window, bucketsOfDays(), routes(), traits(), subjects(), size, distinct && !isByCustomer);
    }

    /** How many values a group can have. */
    private long values(SessionGroup group) {
        Grain of = group.grain(grain);
        if (of != null) {
            return window.count(of);
        }
        return switch (group) {
            case CUSTOMER -> facts.subjects().size();
            case HIGHLIGHT -> facts.shape().labels();
            case MINUTES -> facts.shape().maxValue() + 1L;
            default -> facts.dictionary(group.dimension()).size();
        };
    }

    private int[] bucketsOfDays() {
        int[] buckets = new int[Math.toIntExact(window.days())];
        for (SessionGroup group : groups) {
            Grain of = group.grain(grain);
            if (of != null) {
                number(buckets, of);
            }
        }
        return buckets;
    }

    private void number(int[] buckets, Grain of) {
        long first = window.start().toEpochDay();
        int bucket = 0;
        for (var one : window.buckets(of)) {
            int from = (int) Math.max(0, one.start().toEpochDay() - first);
            int to = (int) (one.end().toEpochDay() - first);
            Arrays.fill(buckets, from, to, bucket);
            bucket++;
        }
    }

    private long[] routes() {
        long[] parts = filter.routes();
        for (int place = 0; place < strides.length; place++) {
            int dimension = groups.get(place).dimension();
            for (int route = 0; dimension >= 0 && route < parts.length; route++) {
                parts[route] += parts[route] < 0 ? 0 : facts.routeCode(route, dimension) * strides[place];
            }
        }
        return parts;
    }

    private long[] traits() {
        long[] parts = filter.traits();
        FactShape shape = facts.shape();
        for (int place = 0; place < strides.length; place++) {
            SessionGroup group = groups.get(place);
            for (int trait = 0; trait < parts.length; trait++) {
                if (parts[trait] >= 0 && group == SessionGroup.HIGHLIGHT) {
                    parts[trait] += shape.label(trait) * strides[place];
                } else if (parts[trait] >= 0 && group == SessionGroup.MINUTES) {
                    parts[trait] += shape.value(trait) * strides[place];
                }
            }
        }
        return parts;
    }

    private long @Nullable [] subjects() {
        int place = groups.indexOf(SessionGroup.CUSTOMER);
        long[] parts = filter.subjects();
        if (place < 0) {
            return parts;
        }
        long[] all = parts == null ? new long[facts.subjects().size()] : parts;
        Arrays.setAll(all, subject -> all[subject] < 0 ? -1 : subject * strides[place]);
        return all;
    }
}
