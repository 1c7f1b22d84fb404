package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.facts.FactSums.Measure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the facts of a group add up to, by looking at each of them. */
record AddedFacts(long records, long amount, long withValue, long value, long withLabel, long subjects) {

    static final AddedFacts NOTHING = new AddedFacts(0, 0, 0, 0, 0, 0);

    static AddedFacts of(List<Fact> facts, boolean distinct) {
        Set<String> subjects = new HashSet<>();
        facts.forEach(fact -> subjects.add(fact.subject()));
        return new AddedFacts(
                facts.size(),
                facts.stream().mapToLong(Fact::amount).sum(),
                facts.stream().filter(fact -> fact.value() > 0).count(),
                facts.stream().mapToLong(Fact::value).sum(),
                facts.stream().filter(fact -> fact.label() > 0).count(),
                distinct ? subjects.size() : 0);
    }

    /** What a group of an answer adds up to. */
    static AddedFacts of(FactSums sums, int index) {
        return new AddedFacts(
                sums.sum(Measure.RECORDS, index),
                sums.sum(Measure.AMOUNT, index),
                sums.sum(Measure.WITH_VALUE, index),
                sums.sum(Measure.VALUE, index),
                sums.sum(Measure.WITH_LABEL, index),
                sums.sum(Measure.SUBJECTS, index));
    }

    AddedFacts plus(AddedFacts other) {
        return new AddedFacts(
                records + other.records,
                amount + other.amount,
                withValue + other.withValue,
                value + other.value,
                withLabel + other.withLabel,
                subjects + other.subjects);
    }

    /** Without subjects, which do not add up. */
    AddedFacts withoutSubjects() {
        return new AddedFacts(records, amount, withValue, value, withLabel, 0);
    }

    long sum(Measure measure) {
        return switch (measure) {
            case RECORDS -> records;
            case AMOUNT -> amount;
            case WITH_VALUE -> withValue;
            case VALUE -> value;
            case WITH_LABEL -> withLabel;
            case SUBJECTS -> subjects;
        };
    }
}
