package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.query.session.filter.MergedNames;
import com.sessionanalyzer.schema.OrganizationId;
import java.util.List;

/** Reads what was decided about customers, for pages and the API. */
public final class CustomerAliases implements MergedNames {

    private final CustomerLinks links;

    CustomerAliases(CustomerLinks links) {
        this.links = links;
    }

    @Override
    public String follow(OrganizationId organization, String key) {
        return links.resolve(organization, key);
    }

    @Override
    public List<String> of(OrganizationId organization, String key) {
        return links.aliasesOf(organization, key).stream()
                .map(entry -> entry.getValue().spelling())
                .distinct()
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
