package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.cube.Edition;
import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.schema.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The customers as they stand in the cube. */
record CubeSnapshots(LiveCube<SessionPart> cube) implements CustomerSnapshots {

    @Override
    public CustomerSnapshot newest(OrganizationId organization) {
        requireNumbers();
        return cube.ask(organization, edition -> {
            Customers customers = edition.part().customers();
            List<KnownCustomer> known = new ArrayList<>(customers.size());
            customers.forEach(customer -> customer.known().ifPresent(known::add));
            return new CustomerSnapshot(edition.version(), edition.asOf(), known);
        });
    }

    @Override
    public long version(OrganizationId organization) {
        return cube.ask(organization, Edition::version);
    }

    @Override
    public Optional<KnownCustomer> find(OrganizationId organization, String customerKey) {
        return cube.ask(organization, edition -> edition.part().customers().find(customerKey));
    }

    private void requireNumbers() {
        if (!cube.isReady()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The numbers are still being loaded.");
        }
    }
}
