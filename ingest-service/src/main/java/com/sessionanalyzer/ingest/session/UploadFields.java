package com.sessionanalyzer.ingest.session;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the body of an upload may hold, for the API's documentation. */
@Schema(
        name = "Upload",
        description =
                "Either session_data, or the fields of one record, of which customer, region, sessions, source and"
                        + " destination are required. A field of another name rejects the record.")
record UploadFields(
        @Schema(description = "text of one or many records, as docs/record-text.md says; up to 1,000 records") @Nullable
        String sessionData,

        @Schema(maxLength = 255, example = "mediconas.cz") @Nullable
        String customer,

        @Schema(maxLength = 100, example = "EU") @Nullable String region,

        @Schema(description = "sessions reviewed", minimum = "1", maximum = "100000", example = "3") @Nullable
        Integer sessions,

        @Schema(maxLength = 255, example = "FB Pages") @Nullable
        String source,

        @Schema(maxLength = 255, example = "BQ") @Nullable String destination,

        @Schema(description = "minutes", minimum = "1", maximum = "120", example = "15") @Nullable
        Integer timeConsumed,

        @Schema(maxLength = 20_000, example = "Could not map a column.") @Nullable
        String observation,

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

        @Schema(
                description = "event time, ISO 8601; without an offset in the organization's zone; missing means now",
                example = "2026-01-31T09:30:00+01:00")
        @Nullable
        String uploadedAt) {}
