package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** Two customers that are not the same, as pages and the API tell of them. */
@Schema(name = "KeptApart", description = "two customers that are not the same")
record ApartView(String customer, String other, String by, Instant at) {

    static final Comparator<ApartView> NEWEST_FIRST = Comparator.comparing(ApartView::at)
            .reversed()
            .thenComparing(ApartView::customer)
            .thenComparing(ApartView::other);

    static ApartView of(Map.Entry<CustomerLinkKey.Apart, CustomerLink.Apart> entry) {
        CustomerLink.Apart apart = entry.getValue();
        return new ApartView(apart.spelling(), apart.otherSpelling(), apart.actor(), apart.at());
    }
}
