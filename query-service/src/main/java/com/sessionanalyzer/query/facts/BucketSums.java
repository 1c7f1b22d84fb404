package com.sessionanalyzer.query.facts;

/**
 * What was added up so far: of the bucket at hand, to whose groups facts are added or which are only counted, and of those
 * before it.
 */
final class BucketSums implements GroupCollector.Buckets {

    private static final int NONE = -1;

    private final FactQuestion question;
    private final SumCollector sums;
    private final BitMarks counted = new BitMarks();
    private final FactSums told = new FactSums();
    private boolean counting;
    private int bucket = NONE;

    BucketSums(FactQuestion question, int subjects) {
        this.question = question;
        GroupSums groups = new GroupSums(question.groups);
        this.sums =
                new SumCollector(groups, question.distinct ? new Distinct(groups, question.groups, subjects) : null);
    }

    /** Whether sums of the same bucket can be joined. */
    static boolean canBeJoined(FactQuestion question, int subjects) {
        return GroupSums.isDense(question.groups)
                && (!question.distinct || Distinct.isDense(question.groups, subjects));
    }

    @Override
    public GroupCollector at(int next) {
        if (next != bucket) {
            tell();
            bucket = next;
            counting = told.size() >= question.told.buckets() && counted.prepare(question.groups);
        }
        return counting ? counted : sums;
    }

    /** Adds what others have added up of later buckets. */
    BucketSums append(BucketSums later) {
        tell();
        later.tell();
        bucket = NONE;
        counting = false;
        told.appendAll(later.told);
        if (sums.distinct != null && later.sums.distinct != null) {
            sums.distinct.know(later.sums.distinct);
        }
        return this;
    }

    /** Adds what others have added up of other facts of the one bucket. */
    BucketSums join(BucketSums others) {
        sums.join(others.sums);
        return this;
    }

    /** The sums of all buckets; those of a single one are not copied. */
    FactSums sums() {
        if (!counting && bucket != NONE && told.groups() == 0) {
            countSubjects();
            return withSubjects(new FactSums(sums.groups, bucket * question.groups));
        }
        tell();
        return withSubjects(told);
    }

    private void tell() {
        if (counting) {
            told.count(counted.forget());
        } else if (bucket != NONE) {
            countSubjects();
            sums.groups.tell(bucket * question.groups, told);
        }
    }

    private void countSubjects() {
        if (sums.distinct != null) {
            sums.distinct.count();
        }
    }

    /** What was only counted does not say whose it is. */
    private FactSums withSubjects(FactSums all) {
        if (sums.distinct != null && all.isWhole()) {
            all.subjects(sums.distinct.everybody());
        }
        return all;
    }
}
