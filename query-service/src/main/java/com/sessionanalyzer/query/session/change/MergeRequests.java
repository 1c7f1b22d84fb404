package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.request.ApiParameters;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** What is decided about customers, and how a request says it. */
final class MergeRequests {

    private MergeRequests() {}

    @Schema(name = "MergeRequest")
    record Merge(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "whose records go to the other",
                    example = "ACME Inc")
            @Nullable
            String customer,

            @Schema(requiredMode = RequiredMode.REQUIRED, description = "the one that is kept", example = "acme.com")
            @Nullable
            String into) {}

    @Schema(name = "UndoMergeRequest")
    record Undo(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "the one that was merged", example = "ACME Inc")
            @Nullable
            String customer) {}

    @Schema(name = "RejectDuplicateRequest")
    record Reject(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "acme.com") @Nullable
            String customer,

            @Schema(requiredMode = RequiredMode.REQUIRED, example = "acne.com") @Nullable
            String other) {}

    /** A name that has to be there. */
    static String required(String parameter, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw ApiParameters.wrong(parameter, "must name a customer");
        }
        return name;
    }
}
