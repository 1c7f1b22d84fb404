package com.sessionanalyzer.query.facts;

import org.jspecify.annotations.Nullable;

/**
 * What was added up so far: of the bucket at hand, to whose groups facts are added or which are only counted, and of those
 * before it.
 */
final class BucketSums {

    private static final int NONE = -1;

    final GroupSums groups;
    final @Nullable Distinct distinct;
    final BitMarks counted = new BitMarks();
    private final FactQuestion question;
    private final FactSums told = new FactSums();
    private boolean counting;
    private int bucket = NONE;

    BucketSums(FactQuestion question, int subjects) {
        this.question = question;
        this.groups = new GroupSums(question.groups);
        this.distinct = question.distinct ? new Distinct(question.groups, subjects) : null;
    }

    /** Goes on to a bucket, unless it is at hand already; whether its groups are only counted. */
    boolean begin(int next) {
        if (next != bucket) {
            tell();
            bucket = next;
            counting = told.size() >= question.detail && counted.prepare(question.groups);
        }
        return counting;
    }

    /** The sums of all buckets; those of a single one are not copied. */
    FactSums sums() {
        if (!counting && bucket != NONE && told.groups() == 0) {
            return withSubjects(new FactSums(groups, bucket * question.groups), null);
        }
        tell();
        return withSubjects(told, null);
    }

    /** The sums of these buckets and those of later ones. */
    FactSums followedBy(BucketSums later) {
        tell();
        later.tell();
        told.appendAll(later.told);
        return withSubjects(told, later.distinct);
    }

    /** The sums of the one bucket, when others have looked at other facts of it. */
    FactSums joined(BucketSums others) {
        groups.addAll(others.groups);
        if (distinct != null && others.distinct != null) {
            distinct.seeAll(others.distinct, groups);
        }
        return sums();
    }

    private void tell() {
        if (counting) {
            told.count(counted.forget());
        } else if (bucket != NONE) {
            groups.tell(bucket * question.groups, told);
            if (distinct != null) {
                distinct.forget();
            }
        }
    }

    /** What was only counted does not say whose it is. */
    private FactSums withSubjects(FactSums sums, @Nullable Distinct others) {
        if (distinct != null && sums.groups() == sums.size()) {
            sums.subjects(distinct.everybody(others));
        }
        return sums;
    }
}
