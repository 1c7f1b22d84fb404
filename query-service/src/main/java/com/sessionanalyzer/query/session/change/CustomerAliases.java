package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.CustomerName;
import java.util.List;

/** Reads what was decided about customers, for pages and the API. */
public final class CustomerAliases {

    private final CustomerLinks links;

    CustomerAliases(CustomerLinks links) {
        this.links = links;
    }

    /** How the customers were shown that are merged into this one, directly or by way of others, in the order of the alphabet. */
    public List<String> of(OrganizationId organization, String name) {
        return links.aliasesOf(organization, CustomerName.of(name).key()).stream()
                .map(entry -> entry.getValue().spelling())
                .sorted()
                .toList();
    }

    List<MergeView> merges(OrganizationId organization) {
        return links.aliases()
                .filter(entry -> entry.getKey().organization().equals(organization))
                .map(MergeView::of)
                .sorted(MergeView.NEWEST_FIRST)
                .toList();
    }

    List<ApartView> keptApart(OrganizationId organization) {
        return links.aparts()
                .filter(entry -> entry.getKey().organization().equals(organization))
                .map(ApartView::of)
                .sorted(ApartView.NEWEST_FIRST)
                .toList();
    }
}
