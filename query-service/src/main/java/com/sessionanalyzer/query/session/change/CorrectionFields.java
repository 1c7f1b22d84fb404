package com.sessionanalyzer.query.session.change;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** What the body of a correction holds, for the API's documentation. */
@Schema(
        name = "Correction",
        description = "The whole record. A field that is left out is empty in it, but uploaded_at, which stays.")
record CorrectionFields(
        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 255)
        String customer,

        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 100)
        String region,

        @Schema(requiredMode = RequiredMode.REQUIRED, minimum = "1", maximum = "100000")
        int sessions,

        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 255)
        String source,

        @Schema(requiredMode = RequiredMode.REQUIRED, maxLength = 255)
        String destination,

        @Schema(description = "minutes", minimum = "1", maximum = "120") @Nullable
        Integer timeConsumed,

        @Schema(maxLength = 20_000) @Nullable String observation,

        @Schema(description = "when missing, whether a highlight field is there") @Nullable
        Boolean hasHighlight,

        @Schema(
                description = "required with a highlight",
                allowableValues = {"error_gap", "error_wrong", "feature_request", "wrong_behaviour", "other"})
        @Nullable
        String highlightType,

        @Schema(description = "http or https only", maxLength = 500) @Nullable
        String highlightUrl,

        @Schema(maxLength = 20_000) @Nullable String highlightDetails,

        @Schema(description = "event time, ISO 8601; missing means that it stays") @Nullable
        String uploadedAt,

        @Schema(description = "may come along, as it is") @Nullable
        String id,

        @Schema(description = "may come along, as it is") @Nullable
        String createdAt) {}
