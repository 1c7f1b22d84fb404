package com.sessionanalyzer.ingest.session;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/** The fields of the two forms that browsers post, for the API's documentation. */
final class InputForms {

    private static final String TOKEN = "the value of the hidden field of the page that shows the form";
    private static final String PAGE = "where the browser goes when all is recorded";

    private InputForms() {}

    /** The form with one text area. */
    @Schema(name = "TextForm", description = "The text of one or many records")
    record Text(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "as docs/record-text.md says")
            String sessionData,

            @Schema(
                    description = PAGE,
                    allowableValues = {"/", "/input"},
                    defaultValue = "/input")
            String page,

            @Schema(name = "_csrf", requiredMode = RequiredMode.REQUIRED, description = TOKEN)
            String token) {}

    /** The form with a control for each field. */
    @Schema(name = "RecordForm", description = "The fields of one record")
    record Fields(
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

            @Schema(description = "minutes; blank for none", minimum = "1", maximum = "120")
            Integer timeConsumed,

            @Schema(maxLength = 20_000) String observation,

            @Schema(
                    description = "without it the highlight fields do not count",
                    allowableValues = {"on"})
            String hasHighlight,

            @Schema(
                    description = "required with a highlight",
                    allowableValues = {"error_gap", "error_wrong", "feature_request", "wrong_behaviour", "other"})
            String highlightType,

            @Schema(description = "http or https only", maxLength = 500)
            String highlightUrl,

            @Schema(maxLength = 20_000) String highlightDetails,

            @Schema(
                    description = PAGE,
                    allowableValues = {"/", "/input"},
                    defaultValue = "/input")
            String page,

            @Schema(name = "_csrf", requiredMode = RequiredMode.REQUIRED, description = TOKEN)
            String token) {}
}
