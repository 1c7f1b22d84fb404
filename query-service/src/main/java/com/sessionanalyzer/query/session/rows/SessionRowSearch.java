package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.query.session.search.SearchedBlocks;
import com.sessionanalyzer.schema.OrganizationId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one organization that a question means, in one transaction: counted, by the page, or all of them one after the other. */
final class SessionRowSearch {

    private static final int FETCH = 1_000;
    private static final int BY_VALUE = 2;

    private final EntityManager entities;
    private final SearchedBlocks searched;

    SessionRowSearch(EntityManager entities) {
        this.entities = entities;
        this.searched = new SearchedBlocks(entities);
    }

    Optional<SessionRow> find(OrganizationId organization, UUID id) {
        return Optional.ofNullable(entities.find(SessionRow.class, new SessionRow.Key(organization.value(), id)));
    }

    long count(OrganizationId organization, SessionQuery query) {
        RowSource source = RowSource.of(searched, organization, query);
        Query counting = entities.createNativeQuery("select count(*) from " + source.sql(), Long.class);
        source.parameters().forEach(counting::setParameter);
        return (Long) counting.getSingleResult();
    }

    /** How many rows have a highlight of each type. */
    Map<String, Long> highlights(OrganizationId organization, SessionQuery query) {
        RowSource source = RowSource.of(searched, organization, query);
        Query counting = entities.createNativeQuery(
                "select highlight_type, count(*) from " + source.sql()
                        + " and highlight_type is not null group by highlight_type",
                Tuple.class);
        source.parameters().forEach(counting::setParameter);
        Map<String, Long> counts = new HashMap<>();
        for (Object row : counting.getResultList()) {
            Tuple count = (Tuple) row;
            counts.put((String) count.get(0), ((Number) count.get(1)).longValue());
        }
        return counts;
    }

    /** At most so many rows after a place, or before it, nearest first. */
    List<SessionRow> after(OrganizationId organization, SessionQuery query, RowPlace place, int limit) {
        RowSource source = RowSource.of(searched, organization, query);
        List<SessionRow> rows = new ArrayList<>();
        for (RowStretch stretch : RowStretch.after(place)) {
            RowStretch left = query.isEverything() ? byValue(source, stretch, limit, rows) : stretch;
            if (left != null && rows.size() < limit) {
                rows.addAll(stretch(source, left, limit - rows.size()));
            }
        }
        return rows;
    }

    /**
     * Adds the rows of the first values of a stretch, by value; with a filter, looking the next value up could take longer than
     * it saves. Values with so few rows that they do not fill a page are soon put in order together.
     *
     * @return what is left; null for nothing
     */
    private @Nullable RowStretch byValue(RowSource source, RowStretch stretch, int limit, List<SessionRow> rows) {
        RowStretch left = stretch;
        LeadingTerm leading = stretch.leading();
        for (int value = 0; leading != null && value < BY_VALUE && rows.size() < limit; value++) {
            String first = firstValue(source, left, leading);
            if (first == null) {
                return null;
            }
            rows.addAll(stretch(source, leading.of(stretch, first), limit - rows.size()));
            left = leading.after(stretch, first);
        }
        return left;
    }

    private @Nullable String firstValue(RowSource source, RowStretch stretch, LeadingTerm leading) {
        Query query = entities.createNativeQuery(
                "select cast(" + leading.sql() + " as text) as first_value from " + source.sql() + " and "
                        + stretch.condition() + " order by " + leading.orderSql() + " limit 1",
                String.class);
        source.parameters().forEach(query::setParameter);
        stretch.parameters().forEach(query::setParameter);
        List<?> values = query.getResultList();
        return values.isEmpty() ? null : (String) values.get(0);
    }

    private List<SessionRow> stretch(RowSource source, RowStretch stretch, int limit) {
        Map<String, Object> parameters = new HashMap<>(source.parameters());
        parameters.putAll(stretch.parameters());
        return rows(
                        "select * from " + source.sql() + " and " + stretch.condition() + " order by " + stretch.order()
                                + " limit " + limit,
                        parameters)
                .toList();
    }

    /** At most so many rows after having skipped some, which are read for that. */
    List<SessionRow> skipping(OrganizationId organization, SessionQuery query, long skipped, int limit) {
        RowSource source = RowSource.of(searched, organization, query);
        String order = query.order().sql();
        return rows(
                        "select session_record.* from (select organization, id from " + source.sql() + " order by "
                                + order + " limit " + limit + " offset " + skipped
                                + ") page join session_record using (organization, id) order by " + order,
                        source.parameters())
                .toList();
    }

    /** All rows in their order, as they come from the database; to be closed. */
    Stream<SessionRow> all(OrganizationId organization, SessionQuery query) {
        RowSource source = RowSource.of(searched, organization, query);
        return rows(
                "select * from " + source.sql() + " order by " + query.order().sql(), source.parameters());
    }

    @SuppressWarnings("unchecked")
    private Stream<SessionRow> rows(String sql, Map<String, Object> parameters) {
        Query query = entities.createNativeQuery(sql, SessionRow.class);
        parameters.forEach(query::setParameter);
        query.setHint("org.hibernate.fetchSize", FETCH);
        query.setHint("org.hibernate.readOnly", true);
        return query.getResultStream();
    }
}
