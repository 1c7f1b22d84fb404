package com.sessionanalyzer.analytics.cube;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.schema.OrganizationId;
import java.util.ArrayList;
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
        domain.fates(change).forEach(fate -> state.add(organization, fate, 1));
        foldSubject(change, organization, state, live);
    }

    private void foldSubject(
            Change<R> change, OrganizationId organization, CubeState<S> state, Supplier<Stream<R>> live) {
        byte[] key = subjects.key(change.newest());
        S before = state.subject(key);
        S after = subjects.fold(before, change, live);
        if (!Objects.equals(before, after)) {
            state.subject(key, after);
            Set<TallyName> left = before == null ? Set.of() : subjects.talliesOf(before);
            Set<TallyName> entered = after == null ? Set.of() : subjects.talliesOf(after);
            difference(left, entered).forEach(tally -> state.add(organization, tally, -1));
            difference(entered, left).forEach(tally -> state.add(organization, tally, 1));
        }
        foldParts(change, state);
        foldTallies(change, organization, key, state);
    }

    private void foldParts(Change<R> change, CubeState<S> state) {
        if (change.before() != null) {
            subjects.partsWith(change.before()).forEach(part -> state.addToPart(part, -1));
        }
        if (change.after() != null) {
            subjects.partsWith(change.after()).forEach(part -> state.addToPart(part, 1));
        }
    }

    private void foldTallies(Change<R> change, OrganizationId organization, byte[] subject, CubeState<S> state) {
        Set<TallyName> left = change.before() == null ? Set.of() : subjects.talliesWith(change.before());
        Set<TallyName> entered = change.after() == null ? Set.of() : subjects.talliesWith(change.after());
        for (TallyName tally : difference(left, entered)) {
            if (state.addTowards(tally, subject, -1) == 0) {
                state.add(organization, tally, -1);
            }
        }
        for (TallyName tally : difference(entered, left)) {
            if (state.addTowards(tally, subject, 1) == 1) {
                state.add(organization, tally, 1);
            }
        }
    }

    private static List<TallyName> difference(Set<TallyName> these, Set<TallyName> without) {
        List<TallyName> difference = new ArrayList<>(these.size());
        for (TallyName tally : these) {
            if (!without.contains(tally)) {
                difference.add(tally);
            }
        }
        return difference;
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
