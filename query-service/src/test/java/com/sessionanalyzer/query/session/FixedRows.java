package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.session.rows.RowNumbers;
import com.sessionanalyzer.query.session.rows.RowPlace;
import com.sessionanalyzer.query.session.rows.SessionPage;
import com.sessionanalyzer.query.session.rows.SessionQuery;
import com.sessionanalyzer.query.session.rows.SessionRows;
import com.sessionanalyzer.query.session.rows.SessionView;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Actor;
import com.sessionanalyzer.security.Organization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows and deletions of a fixed list of records; remembers what it was asked. */
final class FixedRows implements SessionRows, SessionDeletions {

    static final UUID FIRST = new UUID(0x0192_3456_789A_7BCDL, 0x8000_0000_0000_0001L);

    private static final String LIST =
            "- Errors do not say <b>what</b> to do\n\n2) Retry button is hidden\n• 1. Docs link is broken\n-";

    final List<SessionView> all = new ArrayList<>();

    @Nullable
    SessionQuery asked;

    Position after = Position.BEGINNING;

    FixedRows(int count) {
        for (int i = 0; i < count; i++) {
            all.add(row(i));
        }
    }

    private static SessionView row(int i) {
        boolean highlighted = i % 3 == 0;
        return new SessionView(
                new UUID(FIRST.getMostSignificantBits(), FIRST.getLeastSignificantBits() + i),
                i == 4
                        ? "a-very-long-subdomain-name-that-goes-on.customer-success.example.co.uk"
                        : (i == 7
                                ? "customer-7.com" + "x".repeat(200)
                                : (i % 5 == 1 ? "customer-" + i + ".robotics.shop.example" : "customer-" + i + ".com")),
                i == 5 ? "R".repeat(200) : (i % 2 == 0 ? "EU" : "US2"),
                12 + i,
                i == 6 ? "A source with a name of many words" : "FB Pages",
                i == 5 ? "D".repeat(200) : "BigQuery",
                i % 4 == 3 ? null : i + 1,
                i % 2 == 0 ? LIST : "",
                highlighted,
                i == 0 ? "https://tickets.example.com/42?a=1&b=2" : (i == 3 ? "javascript:alert(1)" : null),
                highlighted ? (i == 6 ? "other" : "error_gap") : null,
                i == 6 ? "Only <i>here</i>" : null,
                Instant.parse("2026-11-20T23:05:09Z").minusSeconds(i * 4000L),
                Instant.parse("2026-11-20T23:05:09Z").minusSeconds(i * 4000L));
    }

    @Override
    public SessionPage find(OrganizationId organization, SessionQuery query, Position position) {
        asked = query;
        after = position;
        List<SessionView> found = all.stream()
                .filter(row -> row.customer().contains(query.search().toLowerCase(Locale.ROOT)))
                .toList();
        int from = Math.min(found.size(), (query.page() - 1) * query.pageSize());
        return new SessionPage(
                found.subList(from, Math.min(found.size(), from + query.pageSize())),
                found.size(),
                query.page(),
                query.pageSize(),
                Instant.parse("2026-11-20T21:05:09Z"),
                query.page() > 1 ? new RowPlace(query.order(), true, List.of()) : null,
                from + query.pageSize() < found.size() ? new RowPlace(query.order(), false, List.of()) : null);
    }

    @Override
    public Map<String, Long> highlights(OrganizationId organization, SessionQuery query, Position position) {
        return all.stream()
                .filter(SessionView::hasHighlight)
                .collect(Collectors.groupingBy(row -> String.valueOf(row.highlightType()), Collectors.counting()));
    }

    @Override
    public RowNumbers numbers(OrganizationId organization, SessionQuery query, Position position) {
        long found = find(organization, query, position).total();
        return new RowNumbers(found, found, 12 * found, 0, 1, 1, 1, 0, 0, List.of(), Instant.EPOCH);
    }

    @Override
    public Optional<SessionView> find(OrganizationId organization, UUID id, Position position) {
        after = position;
        return all.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public Deletion delete(Organization organization, Actor actor, UUID id) {
        if (!all.removeIf(row -> row.id().equals(id))) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "There is no record with the id " + id + ".");
        }
        return new Deletion(Position.of(2, 77), "Moved: records 47 → 46.");
    }
}
