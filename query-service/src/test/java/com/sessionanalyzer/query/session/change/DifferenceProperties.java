package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.session.SessionTotals;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class DifferenceProperties {

    @Property
    void aChangeMovesEachNumberByWhatARecountSays(
            @ForAll("records") List<SessionRecord> others,
            @ForAll("record") SessionRecord before,
            @ForAll("record") SessionRecord after) {
        assertThat(Difference.between(before, after, live(others, before)))
                .isEqualTo(recounted(with(others, before), with(others, after)));
    }

    @Property
    void aDeletionMovesEachNumberByWhatARecountSays(
            @ForAll("records") List<SessionRecord> others, @ForAll("record") SessionRecord before) {
        assertThat(Difference.between(before, null, live(others, before)))
                .isEqualTo(recounted(with(others, before), others));
    }

    @Property
    void anErasureInPartsMovesEachNumberByWhatARecountSays(
            @ForAll("records") List<SessionRecord> all, @ForAll("record") SessionRecord one) {
        List<SessionRecord> records = with(all, one);
        String erased = one.customer().key();
        Map<String, Long> live = live(all, one);
        Difference difference = Difference.none();
        for (SessionRecord record : records) {
            if (record.customer().key().equals(erased)) {
                Difference part = Difference.none();
                part.count(record, -1);
                part.countCustomer(live, erased, -1);
                difference.add(part);
            }
        }

        assertThat(difference)
                .isEqualTo(recounted(
                        records,
                        records.stream()
                                .filter(record -> !record.customer().key().equals(erased))
                                .toList()));
    }

    @Provide
    Arbitrary<List<SessionRecord>> records() {
        return record().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<SessionRecord> record() {
        return Combinators.combine(
                        Arbitraries.of("a.example", "b.example", "B.example"),
                        Arbitraries.of("EU", "US"),
                        Arbitraries.of("MySQL", "FB Pages"),
                        Arbitraries.of("BQ", "Snowflake"),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 3).injectNull(0.3))
                .as((customer, region, source, destination, sessions, minutes) -> aSession()
                        .customer(customer)
                        .region(region)
                        .source(source)
                        .destination(destination)
                        .sessions(sessions)
                        .minutes(minutes)
                        .build());
    }

    private static List<SessionRecord> with(List<SessionRecord> records, SessionRecord one) {
        List<SessionRecord> all = new ArrayList<>(records);
        all.add(one);
        return all;
    }

    private static Map<String, Long> live(List<SessionRecord> others, SessionRecord one) {
        return new HashMap<>(
                counts(with(others, one), record -> record.customer().key()));
    }

    private static Difference recounted(Collection<SessionRecord> before, Collection<SessionRecord> after) {
        return new Difference(
                minus(numbers(after), numbers(before)),
                minus(counts(after, SessionRecord::region), counts(before, SessionRecord::region)),
                minus(counts(after, SessionRecord::source), counts(before, SessionRecord::source)),
                minus(counts(after, SessionRecord::destination), counts(before, SessionRecord::destination)));
    }

    private static Map<String, Long> numbers(Collection<SessionRecord> records) {
        Map<String, Long> customers =
                counts(records, record -> record.customer().key());
        return Map.of(
                SessionTotals.RECORDS, (long) records.size(),
                SessionTotals.SESSIONS,
                        records.stream().mapToLong(SessionRecord::sessions).sum(),
                SessionTotals.TIMED_RECORDS,
                        records.stream()
                                .filter(record -> record.minutes() != null)
                                .count(),
                SessionTotals.MINUTES,
                        records.stream()
                                .mapToLong(record -> minutes(record.minutes()))
                                .sum(),
                SessionTotals.CUSTOMERS, (long) customers.size(),
                SessionTotals.DUPLICATE_CUSTOMERS,
                        customers.values().stream().filter(count -> count > 1).count());
    }

    private static long minutes(@Nullable Integer minutes) {
        return minutes == null ? 0 : minutes;
    }

    private static Map<String, Long> counts(Collection<SessionRecord> records, Function<SessionRecord, String> of) {
        return records.stream().collect(Collectors.groupingBy(of, Collectors.counting()));
    }

    private static SortedMap<String, Long> minus(Map<String, Long> after, Map<String, Long> before) {
        SortedMap<String, Long> difference = new TreeMap<>(after);
        before.forEach((name, count) -> difference.merge(name, -count, Long::sum));
        difference.values().removeIf(moved -> moved == 0);
        return difference;
    }
}
