package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.query.likeness.Evidence;
import com.sessionanalyzer.query.session.KnownCustomer;
import com.sessionanalyzer.query.session.duplicate.LikelyDuplicates.Found;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Customers that are likely the same, as the API tells of them. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(description = "customers that are likely the same, from one snapshot")
record LikelyAnswer(
        @Schema(description = "when the newest record contained was received")
        Instant asOf,

        @Schema(description = "customers that were compared")
        int customers,

        @Schema(description = "pairs that were found, of which the list may be the first only")
        int total,

        List<Pair> pairs) {

    /** Two customers. */
    @Schema(description = "two customers that are likely the same")
    record Pair(
            @Schema(description = "the one with more records")
            Side keep,

            @Schema(description = "the one that would be merged into it")
            Side merge,

            @Schema(description = "0 to 1") double score,

            @Schema(description = "what the score adds up from")
            List<Evidence> evidence) {}

    /** One of two customers. */
    @Schema(description = "one of two customers")
    record Side(String customer, String key, long records, long sessions, Instant first, Instant last) {

        static Side of(KnownCustomer customer) {
            return new Side(
                    customer.displayName(),
                    customer.key(),
                    customer.records(),
                    customer.sessions(),
                    customer.first(),
                    customer.last());
        }
    }

    static LikelyAnswer of(Found found, int limit) {
        return new LikelyAnswer(
                found.asOf(),
                found.customers(),
                found.pairs().size(),
                found.pairs().stream()
                        .limit(limit)
                        .map(pair ->
                                new Pair(Side.of(pair.keep()), Side.of(pair.other()), pair.score(), pair.evidence()))
                        .toList());
    }
}
