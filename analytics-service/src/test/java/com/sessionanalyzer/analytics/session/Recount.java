package com.sessionanalyzer.analytics.session;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.sessionanalyzer.schema.cube.CubeEntry;
import com.sessionanalyzer.schema.cube.CubeKey;
import com.sessionanalyzer.schema.cube.PartCounts;
import com.sessionanalyzer.schema.session.CustomerEntry;
import com.sessionanalyzer.schema.session.CustomerEntry.Activity;
import com.sessionanalyzer.schema.session.CustomerKey;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Everything a topic must say about the live records, counted anew from them and without the code under test. */
final class Recount {

    private final Map<CubeKey, CubeEntry> cube = new HashMap<>();
    private final Map<CustomerKey, CustomerEntry> customers = new HashMap<>();

    private Recount() {}

    static Recount of(Collection<SessionRecord> live, ToIntFunction<SessionRecord> shard) {
        Recount recount = new Recount();
        live.stream()
                .collect(groupingBy(session -> cell(session, shard.applyAsInt(session))))
                .forEach(recount::cell);
        live.stream()
                .collect(groupingBy(session -> new CustomerKey.Customer(
                        session.organization(), session.customer().key())))
                .forEach((key, records) -> recount.customer(key, records, shard.applyAsInt(records.get(0))));
        return recount;
    }

    Map<CubeKey, CubeEntry> cube() {
        return cube;
    }

    Map<CustomerKey, CustomerEntry> customers() {
        return customers;
    }

    private static CubeKey cell(SessionRecord session, int shard) {
        return new CubeKey.Cell(
                session.organization(),
                shard,
                session.localDay(),
                List.of(session.region(), session.source(), session.destination()));
    }

    private void cell(CubeKey key, List<SessionRecord> records) {
        List<Integer> minutes = records.stream()
                .map(SessionRecord::minutes)
                .filter(Objects::nonNull)
                .toList();
        cube.put(
                key,
                new CubeEntry.Cell(
                        List.of(
                                (long) records.size(),
                                sum(records, SessionRecord::sessions),
                                (long) minutes.size(),
                                sum(minutes, Integer::intValue)),
                        minutes.stream().collect(groupingBy(Function.identity(), TreeMap::new, counting()))));
    }

    private void customer(CustomerKey.Customer key, List<SessionRecord> records, int shard) {
        SessionRecord oldest = records.stream()
                .min(comparing((SessionRecord session) -> !session.customer().isOwn())
                        .thenComparing(SessionRecord::createdAt)
                        .thenComparing(SessionRecord::id))
                .orElseThrow();
        PartCounts routes = new PartCounts(3);
        records.forEach(session -> routes.add(
                List.of(session.region(), session.source(), session.destination()), 1, PartCounts.ValueListener.NONE));
        customers.put(
                key,
                new Activity(
                        oldest.customer().spelling(),
                        records.size(),
                        sum(records, SessionRecord::sessions),
                        sum(records, session -> session.minutes() == null ? 0 : session.minutes()),
                        records.stream()
                                .map(SessionRecord::uploadedAt)
                                .min(comparing(Function.identity()))
                                .orElseThrow(),
                        records.stream()
                                .map(SessionRecord::uploadedAt)
                                .max(comparing(Function.identity()))
                                .orElseThrow(),
                        oldest.createdAt(),
                        oldest.id(),
                        routes));
        tally(key, shard, "customers", "");
        if (records.size() > 1) {
            tally(key, shard, "repeat-customers", "");
        }
        distinct(records, SessionRecord::region).forEach(region -> tally(key, shard, "customers-by-region", region));
        distinct(records, SessionRecord::source).forEach(source -> tally(key, shard, "customers-by-source", source));
        distinct(records, SessionRecord::destination)
                .forEach(destination -> tally(key, shard, "customers-by-destination", destination));
    }

    private void tally(CustomerKey.Customer customer, int shard, String name, String value) {
        cube.merge(
                new CubeKey.Tally(customer.organization(), shard, name, value),
                new CubeEntry.Tally(1),
                (one, other) -> new CubeEntry.Tally(((CubeEntry.Tally) one).count() + 1));
    }

    private static List<String> distinct(List<SessionRecord> records, Function<SessionRecord, String> part) {
        return records.stream().map(part).distinct().toList();
    }

    private static <T> long sum(Collection<T> values, ToIntFunction<T> number) {
        return values.stream().mapToLong(number::applyAsInt).sum();
    }
}
