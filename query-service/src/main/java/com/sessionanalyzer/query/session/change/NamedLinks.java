package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was decided about a customer, found so that it can be forgotten. */
final class NamedLinks {

    private NamedLinks() {}

    /** The keys of a customer: its own, and of every name that is merged into it. */
    static List<String> names(CustomerLinks links, OrganizationId organization, String customerKey) {
        return Stream.concat(
                        Stream.of(customerKey),
                        links.aliasesOf(organization, customerKey).stream()
                                .map(entry -> entry.getKey().key()))
                .distinct()
                .toList();
    }

    /** Every decision that names one of these. */
    static Stream<CustomerLinkKey> of(CustomerLinks links, OrganizationId organization, List<String> names) {
        return Stream.concat(
                links.aliases()
                        .filter(entry -> entry.getKey().organization().equals(organization))
                        .filter(entry -> isNamed(entry, names))
                        .map(Map.Entry::getKey),
                links.aparts()
                        .map(Map.Entry::getKey)
                        .filter(key -> key.organization().equals(organization))
                        .filter(key -> names.contains(key.key()) || names.contains(key.otherKey())));
    }

    private static boolean isNamed(Map.Entry<CustomerLinkKey.Alias, CustomerLink.Alias> entry, List<String> names) {
        return names.contains(entry.getKey().key())
                || names.contains(entry.getValue().into());
    }
}
