package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.query.session.CustomerSnapshots;
import com.sessionanalyzer.query.session.KnownCustomer;
import com.sessionanalyzer.query.session.duplicate.CustomerHint.Last;
import com.sessionanalyzer.query.session.duplicate.CustomerHint.Meant;
import com.sessionanalyzer.query.session.duplicate.NameIndex.Near;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.CustomerName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is known of a customer by its name. */
final class CustomerHints {

    private static final int MOST = 3;

    private final CustomerSnapshots customers;
    private final CustomerLinks links;
    private final LikelyDuplicates likely;
    private final LastReviews reviews;

    CustomerHints(CustomerSnapshots customers, CustomerLinks links, LikelyDuplicates likely, LastReviews reviews) {
        this.customers = customers;
        this.links = links;
        this.likely = likely;
        this.reviews = reviews;
    }

    CustomerHint of(OrganizationId organization, String name) {
        String key = CustomerName.of(name).key();
        String resolved = links.resolve(organization, key);
        Optional<KnownCustomer> known = customers.find(organization, resolved);
        return known.isPresent()
                ? known(organization, name, known.get(), !resolved.equals(key))
                : new CustomerHint(name, false, null, false, 0, null, meant(organization, key));
    }

    private CustomerHint known(OrganizationId organization, String name, KnownCustomer known, boolean isMerged) {
        return new CustomerHint(
                name,
                true,
                known.displayName(),
                isMerged,
                known.records(),
                reviews.find(organization, known.key())
                        .map(last -> new Last(last.at(), textOrNull(last.sender()), last.channel()))
                        .orElse(null),
                List.of());
    }

    private List<Meant> meant(OrganizationId organization, String key) {
        return key.isBlank()
                ? List.of()
                : likely.near(organization, key).stream()
                        .limit(MOST)
                        .flatMap(near -> meant(organization, near).stream())
                        .toList();
    }

    private Optional<Meant> meant(OrganizationId organization, Near near) {
        return customers
                .find(organization, near.key())
                .map(customer -> new Meant(
                        customer.displayName(),
                        customer.records(),
                        near.likeness().score(),
                        near.likeness().evidence()));
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
