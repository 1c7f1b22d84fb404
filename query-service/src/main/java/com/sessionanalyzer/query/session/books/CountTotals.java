package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeCountKey;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the writers of a domain have counted, each of them for itself. */
record CountTotals(Map<IntakeCountKey, IntakeCount> byWriter) {

    CountTotals {
        byWriter = Map.copyOf(byWriter);
    }

    /** The sum of all writers per channel. */
    Map<String, IntakeCount> of(OrganizationId organization) {
        Map<String, IntakeCount> sums = new TreeMap<>();
        byWriter.forEach((key, count) -> {
            if (key.organization().equals(organization)) {
                sums.merge(key.channel(), count, IntakeCount::plus);
            }
        });
        return sums;
    }

    Set<OrganizationId> organizations() {
        Set<OrganizationId> organizations =
                new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
        byWriter.keySet().forEach(key -> organizations.add(key.organization()));
        return organizations;
    }
}
