package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.schema.OrganizationId;
import java.util.function.Function;

/** Knows how customers are spelled. */
public interface CustomerNames {

    /** Asks about one organization, while nothing changes; the spellings must not be used after the question is answered. */
    <R> R ask(OrganizationId organization, Function<Spellings, R> question);

    /** The spelling that was seen first for each customer. */
    @FunctionalInterface
    interface Spellings {

        /** The spelling of a customer by its key, or the given one when the customer is not known. */
        String of(String key, String otherwise);
    }
}
