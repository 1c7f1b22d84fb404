package com.sessionanalyzer.query.session;

import static java.util.Comparator.comparingLong;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.cube.LiveCube;
import com.sessionanalyzer.query.position.PositionGate;
import com.sessionanalyzer.query.session.customer.CustomerList;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The customers that the cube knows. */
record CubeCustomers(LiveCube<SessionPart> cube, PositionGate gate, Duration patience) implements CustomerList {

    @Override
    public Found find(OrganizationId organization, String text, int most, Position after) {
        gate.await(after, patience);
        if (!cube.isReady()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The customers are still being loaded.");
        }
        String part = text.toLowerCase(Locale.ROOT);
        return cube.ask(organization, edition -> {
            List<Entry> entries = new ArrayList<>();
            edition.part().customers().forEach(customer -> {
                if (customer.displayName().toLowerCase(Locale.ROOT).contains(part)) {
                    entries.add(new Entry(customer.displayName(), customer.records()));
                }
            });
            entries.sort(comparingLong(Entry::records).reversed().thenComparing(Entry::name));
            return new Found(
                    List.copyOf(entries.subList(0, Math.min(most, entries.size()))), entries.size(), edition.asOf());
        });
    }
}
