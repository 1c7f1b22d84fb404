package com.sessionanalyzer.ingest.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one record of a post, for the input page.
 *
 * @param line     first line of the record in the post, from 1
 * @param customer the customer as the record spells it; empty when it names none
 * @param id       the new record's id; null when it was rejected
 * @param messages each violation of a rejected record, or each warning of a recorded one
 */
public record ResultLine(
        int line,
        boolean recorded,
        String customer,
        @Nullable String id,
        List<String> messages) {

    public ResultLine {
        messages = List.copyOf(messages);
    }
}
