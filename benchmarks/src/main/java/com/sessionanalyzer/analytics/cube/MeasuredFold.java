package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.OrganizationId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Folds changes as the topology does, into aggregates that are kept in maps. */
@NullMarked
public final class MeasuredFold<R, S> {

    private final CubeFold<R, S> fold;
    private final InMaps<S> state = new InMaps<>();

    public MeasuredFold(CubeDomain<R, S> domain) {
        this.fold = new CubeFold<>(domain);
    }

    /** Applies a change; milestones that left with a record are looked for among the version after it alone. */
    public void apply(@Nullable R before, @Nullable R after) {
        Change<R> change = new Change<>(before, after);
        fold.apply(change, state, () -> Stream.of(change.newest()));
    }

    /** Cells that have records. */
    public int cells() {
        return state.cells.size();
    }

    private static final class InMaps<S> implements CubeState<S> {

        private final Map<Place, Counts> cells = new HashMap<>();
        private final Map<TallyName, Long> tallies = new HashMap<>();
        private final Map<EntryKey, SubjectEntry<S>> subjects = new HashMap<>();
        private final Map<EntryKey, Long> parts = new HashMap<>();
        private final Map<Towards, Long> towards = new HashMap<>();

        private record Towards(TallyName tally, EntryKey subject) {}

        @Override
        public void add(Place place, Counts difference) {
            cells.merge(place, difference, (sum, more) -> sum.plus(more));
        }

        @Override
        public void add(OrganizationId organization, TallyName tally, long difference) {
            tallies.merge(tally, difference, Long::sum);
        }

        @Override
        public @Nullable SubjectEntry<S> subject(EntryKey key) {
            return subjects.get(key);
        }

        @Override
        public long addToPart(EntryKey part, long difference) {
            return parts.merge(part, difference, Long::sum);
        }

        @Override
        public long addTowards(TallyName tally, EntryKey subject, long difference) {
            return towards.merge(new Towards(tally, subject), difference, Long::sum);
        }

        @Override
        public void subject(EntryKey key, @Nullable SubjectEntry<S> subject) {
            if (subject == null) {
                subjects.remove(key);
            } else {
                subjects.put(key, subject);
            }
        }
    }
}
