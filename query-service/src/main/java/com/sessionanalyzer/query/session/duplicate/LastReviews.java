package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.schema.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up the newest record of a customer. */
final class LastReviews {

    private static final Logger log = LoggerFactory.getLogger(LastReviews.class);

    private final JdbcClient database;

    LastReviews(JdbcClient database) {
        this.database = database;
    }

    /**
     * The newest record of a customer.
     *
     * @param sender  who sent it; empty when not known
     * @param channel the door that it came in through
     */
    record LastReview(Instant at, String sender, String channel) {}

    /** The newest record by its event time; empty when there is none, or the database does not answer. */
    Optional<LastReview> find(OrganizationId organization, String customerKey) {
        try {
            return database.sql("select uploaded_at, sender, channel from session_record where organization = ?"
                            + " and customer_key = ? order by uploaded_at desc, id desc limit 1")
                    .param(organization.value())
                    .param(customerKey)
                    .query((row, number) -> new LastReview(
                            row.getTimestamp("uploaded_at").toInstant(),
                            row.getString("sender"),
                            row.getString("channel")))
                    .optional();
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database does not say who came last");
            return Optional.empty();
        }
    }
}
