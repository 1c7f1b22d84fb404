package com.sessionanalyzer.query.facts;

/** What groups that were chosen, of all buckets, add up to. */
final class ChosenSums implements GroupCollector.Buckets {

    private final FactQuestion question;
    private final SumCollector sums;

    ChosenSums(FactQuestion question, ChosenGroups chosen, int subjects) {
        this.question = question;
        GroupSums groups = new GroupSums(chosen);
        this.sums =
                new SumCollector(groups, question.distinct ? new Distinct(groups, chosen.indexes(), subjects) : null);
    }

    @Override
    public GroupCollector at(int bucket) {
        return sums.from(bucket * question.groups);
    }

    /** Adds what another has added up of other facts. */
    ChosenSums join(ChosenSums other) {
        sums.join(other.sums);
        return this;
    }

    /** The sums of those that were chosen of all, and of the others together. */
    FactSums sums(Ranks all) {
        FactSums told = new FactSums();
        if (sums.distinct != null) {
            sums.distinct.count();
            told.subjects(sums.distinct.everybody());
        }
        sums.groups.tell(0, told);
        told.count(all);
        return told;
    }
}
