package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.schema.OrganizationId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Nulls;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of one organization that contain all words of a search, counted and by the page. */
final class SessionRowSearch {

    private final EntityManager entities;

    SessionRowSearch(EntityManager entities) {
        this.entities = entities;
    }

    Optional<SessionRow> find(OrganizationId organization, UUID id) {
        return Optional.ofNullable(entities.find(SessionRow.class, new SessionRow.Key(organization.value(), id)));
    }

    long count(OrganizationId organization, SessionQuery query) {
        CriteriaBuilder build = entities.getCriteriaBuilder();
        CriteriaQuery<Long> counting = build.createQuery(Long.class);
        Root<SessionRow> row = counting.from(SessionRow.class);
        counting.select(build.count(row)).where(conditions(build, row, organization, query));
        return entities.createQuery(counting).getSingleResult();
    }

    List<SessionRow> page(OrganizationId organization, SessionQuery query) {
        CriteriaBuilder build = entities.getCriteriaBuilder();
        CriteriaQuery<SessionRow> paging = build.createQuery(SessionRow.class);
        Root<SessionRow> row = paging.from(SessionRow.class);
        paging.select(row).where(conditions(build, row, organization, query)).orderBy(order(build, row, query));
        return entities.createQuery(paging)
                .setFirstResult(Math.toIntExact(Math.min(Integer.MAX_VALUE, (query.page() - 1L) * query.pageSize())))
                .setMaxResults(query.pageSize())
                .getResultList();
    }

    private static Predicate[] conditions(
            CriteriaBuilder build, Root<SessionRow> row, OrganizationId organization, SessionQuery query) {
        List<Predicate> conditions = new ArrayList<>();
        conditions.add(build.equal(row.get("organization"), organization.value()));
        for (String pattern : SearchText.patterns(query.search())) {
            conditions.add(build.like(row.<String>get("searchText"), pattern, '\\'));
        }
        return conditions.toArray(Predicate[]::new);
    }

    private static List<Order> order(CriteriaBuilder build, Root<SessionRow> row, SessionQuery query) {
        if (query.sort() == SessionSort.UPLOADED_AT) {
            return query.descending()
                    ? List.of(build.desc(row.get("uploadedAt")), build.desc(row.get("id")))
                    : List.of(build.asc(row.get("uploadedAt")), build.asc(row.get("id")));
        }
        Expression<?> by = sorted(build, row, query.sort());
        return List.of(
                query.descending() ? build.desc(by, Nulls.LAST) : build.asc(by, Nulls.LAST),
                build.desc(row.get("uploadedAt")),
                build.desc(row.get("id")));
    }

    private static Expression<?> sorted(CriteriaBuilder build, Root<SessionRow> row, SessionSort sort) {
        return switch (sort) {
            case UPLOADED_AT -> row.get("uploadedAt");
            case CUSTOMER -> row.get("customerKey");
            case REGION -> build.lower(row.get("region"));
            case SESSIONS -> row.get("sessions");
            case SOURCE -> build.lower(row.get("source"));
            case DESTINATION -> build.lower(row.get("destination"));
            case TIME_CONSUMED -> row.get("minutes");
        };
    }
}
