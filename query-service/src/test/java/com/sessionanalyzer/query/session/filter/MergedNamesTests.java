package com.sessionanalyzer.query.session.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.OrganizationId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedNamesTests {

    private static final OrganizationId ACME = new OrganizationId("acme");

    private final MergedNames names = new MergedNames() {

        @Override
        public String follow(OrganizationId organization, String key) {
            return key.startsWith("old") ? "kept" : key;
        }

        @Override
        public List<String> of(OrganizationId organization, String key) {
            return List.of();
        }
    };

    @Test
    void asksForTheCustomersThatNamesWereMergedInto() {
        SessionFilter filter = customers("old-1", "old-2", "other").with(FilterField.REGION, "EU");

        assertThat(names.follow(ACME, filter).query()).isEqualTo("region=EU&customer=kept&customer=other");
    }

    @Test
    void asksOfThePastForBoth() {
        assertThat(names.include(ACME, customers("old-1")).query()).isEqualTo("customer=kept&customer=old-1");
    }

    @Test
    void leavesAFilterWithoutCustomersAlone() {
        assertThat(names.follow(ACME, SessionFilter.EVERYTHING)).isEqualTo(SessionFilter.EVERYTHING);
        assertThat(names.include(ACME, SessionFilter.EVERYTHING)).isEqualTo(SessionFilter.EVERYTHING);
    }

    private static SessionFilter customers(String... keys) {
        SessionFilter filter = SessionFilter.EVERYTHING;
        for (String key : keys) {
            filter = filter.with(FilterField.CUSTOMER, key);
        }
        return filter;
    }
}
