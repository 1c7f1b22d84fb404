package com.sessionanalyzer.analytics.cube;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.PartCounts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves a shard's aggregates by the difference that one change of one record makes, and by nothing else. */
final class CubeFold<R, S> {

    private final CubeDomain<R, S> domain;
    private final Subjects<R, S> subjects;

    CubeFold(CubeDomain<R, S> domain) {
        this.domain = domain;
        this.subjects = domain.subjects();
    }

    /** Applies a change; {@code live} lists the subject's records as they are after it. */
    void apply(Change<R> change, CubeState<S> state, Supplier<Stream<R>> live) {
        Contribution before = contribution(change.before());
        Contribution after = contribution(change.after());
        if (before != null && after != null && before.place().equals(after.place())) {
            add(after.place(), after.counts().minus(before.counts()), state);
        } else {
            if (before != null) {
                add(before.place(), before.counts().negated(), state);
            }
            if (after != null) {
                add(after.place(), after.counts(), state);
            }
        }
        OrganizationId organization =
                requireNonNull(after == null ? before : after).place().organization();
        for (TallyName fate : domain.fates(change)) {
            state.add(organization, fate, 1);
        }
        foldSubject(change, organization, state, live);
    }

    private void foldSubject(
            Change<R> change, OrganizationId organization, CubeState<S> state, Supplier<Stream<R>> live) {
        EntryKey key = subjects.key(change.newest());
        SubjectEntry<S> known = state.subject(key);
        S before = known == null ? null : known.state();
        S after = subjects.fold(before, change, live);
        if (!Objects.equals(before, after)) {
            Set<TallyName> left = before == null ? Set.of() : subjects.talliesOf(before);
            Set<TallyName> entered = after == null ? Set.of() : subjects.talliesOf(after);
            addWithout(left, entered, organization, -1, state);
            addWithout(entered, left, organization, 1, state);
        }
        List<String> left = partOf(change.before());
        List<String> entered = partOf(change.after());
        if (!Objects.equals(before, after) || !Objects.equals(left, entered)) {
            SubjectParts<R, S> parts = new SubjectParts<>(change.newest(), organization, subjects, state);
            PartCounts together = parts.fold(left, entered, known);
            state.subject(key, after == null ? null : new SubjectEntry<>(after, together));
        }
    }

    private @Nullable List<String> partOf(@Nullable R record) {
        return record == null ? null : subjects.part(record);
    }

    /** Counts a record's part towards the tallies anew, of a shard whose parts are counted and whose counters are not. */
    void recount(R record, Set<EntryKey> counted, CubeState<S> state) {
        List<String> part = subjects.part(record);
        if (counted.add(subjects.partKey(record, part))) {
            EntryKey subject = subjects.key(record);
            for (int position = 0; position < part.size(); position++) {
                state.addTowards(subjects.tallyWith(position, part.get(position)), subject, 1);
            }
        }
    }

    private void addWithout(
            Set<TallyName> these, Set<TallyName> without, OrganizationId organization, long sign, CubeState<S> state) {
        for (TallyName tally : these) {
            if (!without.contains(tally)) {
                state.add(organization, tally, sign);
            }
        }
    }

    private void add(Place place, Counts difference, CubeState<S> state) {
        if (!difference.isZero()) {
            state.add(place, difference);
        }
    }

    private @Nullable Contribution contribution(@Nullable R record) {
        return record == null ? null : domain.contribution(record);
    }
}
