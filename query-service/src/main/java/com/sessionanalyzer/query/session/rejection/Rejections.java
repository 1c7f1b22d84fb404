package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.SessionRejection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers which records were rejected, from the database; the newest first. */
public interface Rejections {

    /** A page of them, and how many there are on all pages. */
    RejectionPage page(OrganizationId organization, RejectionFilter filter, int page, int pageSize);

    /** How many there are for each of so many reasons, the most frequent first; one with two reasons counts for both. */
    ReasonGroups groups(OrganizationId organization, RejectionFilter filter, int limit);

    /** How many there are. */
    long count(OrganizationId organization, RejectionFilter filter);

    Optional<SessionRejection> find(OrganizationId organization, UUID id);

    /** Those whose text names this customer, in the order of their ids, after this one. */
    List<SessionRejection> naming(OrganizationId organization, String customerKey, @Nullable UUID after, int limit);

    /** The next of them in the order of their ids. */
    List<SessionRejection> next(OrganizationId organization, RejectionFilter filter, @Nullable UUID after, int limit);

    /** How many of them come after this one in the order of their ids. */
    long countAfter(OrganizationId organization, RejectionFilter filter, @Nullable UUID after);

    /** Hands over each of them, the oldest first, without holding them all. */
    void each(OrganizationId organization, RejectionFilter filter, Consumer<SessionRejection> consumer);
}
