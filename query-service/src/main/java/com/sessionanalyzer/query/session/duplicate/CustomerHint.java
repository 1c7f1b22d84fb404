package com.sessionanalyzer.query.session.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sessionanalyzer.query.likeness.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What is known of a customer whose name is being typed. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "what is known of a customer by its name, in any spelling")
record CustomerHint(
        @Schema(description = "the name that was asked for") String name,

        @Schema(description = "whether there are records of it")
        boolean known,

        @Schema(description = "how the customer is shown that its records go to; missing when it is not known")
        @Nullable
        String customer,

        @Schema(description = "whether the name was merged into that customer")
        boolean merged,

        @Schema(description = "how many records there are") long records,

        @Schema(description = "the newest record; missing when there is none") @Nullable
        Last lastReview,

        @Schema(description = "customers that the name may have been meant for, when it is not known itself")
        List<Meant> didYouMean) {

    /** The newest record. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "the newest record of a customer")
    record Last(
            Instant at,

            @Schema(description = "who sent it; missing when not known") @Nullable
            String sender,

            @Schema(description = "how it came in, as in form or bulk")
            String channel) {}

    /** A customer with a name that is like it. */
    @Schema(description = "a customer with a name that is like it")
    record Meant(String customer, long records, double score, List<Evidence> evidence) {}
}
