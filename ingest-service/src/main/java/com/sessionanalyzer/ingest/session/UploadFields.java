package com.sessionanalyzer.ingest.session;

import io.swagger.v3.oas.annotations.media.Schema;

/** What the body of an upload may hold, for the API's documentation. */
@Schema(name = "Upload", description = "Either session_data, or the fields of one record")
interface UploadFields {

    @Schema(name = "session_data", description = "text of one or many records, as docs/record-text.md says")
    String sessionData();

    @Schema(maxLength = 255, example = "mediconas.cz")
    String customer();

    @Schema(maxLength = 100, example = "EU")
    String region();

    @Schema(minimum = "1", maximum = "100000", example = "3")
    int sessions();

    @Schema(maxLength = 255, example = "FB Pages")
    String source();

    @Schema(maxLength = 255, example = "BQ")
    String destination();

    @Schema(name = "time_consumed", description = "minutes", minimum = "1", maximum = "120")
    Integer timeConsumed();

    @Schema(maxLength = 20_000)
    String observation();

    @Schema(name = "has_highlight", description = "when missing, whether a highlight field is there")
    Boolean hasHighlight();

    @Schema(
            name = "highlight_type",
            allowableValues = {"error_gap", "error_wrong", "feature_request", "wrong_behaviour", "other"})
    String highlightType();

    @Schema(name = "highlight_url", description = "http or https only", maxLength = 500)
    String highlightUrl();

    @Schema(name = "highlight_details", maxLength = 20_000)
    String highlightDetails();

    @Schema(
            name = "uploaded_at",
            description = "event time, ISO 8601; without an offset in the organization's zone; missing means now",
            example = "2026-01-31T09:30:00+01:00")
    String uploadedAt();
}
