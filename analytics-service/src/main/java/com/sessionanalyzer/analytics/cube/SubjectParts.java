package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.cube.PartCounts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one subject, and the tallies in which it counts because of them. Parts are together in the subject's entry until
 * there are too many; from then on each is an entry of its own, so that no entry grows for ever, and a record costs the same.
 */
final class SubjectParts<R, S> {

    private final R record;
    private final OrganizationId organization;
    private final Subjects<R, S> subjects;
    private final CubeState<S> state;

    /**
     * The parts of a record's subject.
     *
     * @param record any of the subject
     */
    SubjectParts(R record, OrganizationId organization, Subjects<R, S> subjects, CubeState<S> state) {
        this.record = record;
        this.organization = organization;
        this.subjects = subjects;
        this.state = state;
    }

    /**
     * Moves a record from one part to another.
     *
     * @param left    null when the record is new
     * @param entered null when it is gone
     * @param known   what is kept of the subject
     * @return those that are together in the subject's entry, null when they are not
     */
    @Nullable
    PartCounts fold(@Nullable List<String> left, @Nullable List<String> entered, @Nullable SubjectEntry<S> known) {
        PartCounts together = known == null ? new PartCounts(positions(left, entered)) : known.parts();
        if (Objects.equals(left, entered)) {
            return together;
        }
        if (together == null) {
            foldApart(left, entered);
            return null;
        }
        if (entered != null) {
            together.add(entered, 1, this::tally);
        }
        if (left != null) {
            together.add(left, -1, this::tally);
        }
        if (together.size() <= subjects.mostParts()) {
            return together;
        }
        separate(together);
        return null;
    }

    private int positions(@Nullable List<String> left, @Nullable List<String> entered) {
        return Objects.requireNonNull(entered == null ? left : entered).size();
    }

    private void foldApart(@Nullable List<String> left, @Nullable List<String> entered) {
        if (entered != null && state.addToPart(subjects.partKey(record, entered), 1) == 1) {
            for (int position = 0; position < entered.size(); position++) {
                if (addTowards(position, entered.get(position), 1) == 1) {
                    tally(position, entered.get(position), 1);
                }
            }
        }
        if (left != null && state.addToPart(subjects.partKey(record, left), -1) == 0) {
            for (int position = 0; position < left.size(); position++) {
                if (addTowards(position, left.get(position), -1) == 0) {
                    tally(position, left.get(position), -1);
                }
            }
        }
    }

    /** The subject counts in the same tallies as before. */
    private void separate(PartCounts together) {
        together.forEach((part, records) -> {
            state.addToPart(subjects.partKey(record, part), records);
            for (int position = 0; position < part.size(); position++) {
                addTowards(position, part.get(position), 1);
            }
        });
    }

    private long addTowards(int position, String value, int difference) {
        return state.addTowards(subjects.tallyWith(position, value), subjects.key(record), difference);
    }

    private void tally(int position, String value, int difference) {
        state.add(organization, subjects.tallyWith(position, value), difference);
    }
}
