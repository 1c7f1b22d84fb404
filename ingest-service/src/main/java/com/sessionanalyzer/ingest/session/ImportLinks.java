package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sessionanalyzer.intake.session.BulkFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** Where there is more about an import. */
@Schema(name = "ImportLinks", description = "Addresses of more about an import")
public record ImportLinks(
        @JsonProperty("import") @Schema(description = "how it stands")
        String state,

        @Schema(description = "page with everything that was rejected")
        String rejects,

        @Schema(description = "everything that was rejected, for programs")
        String rejections,

        @Schema(
                description =
                        "everything that was rejected as a file in the format it came in, to be edited and sent again")
        String download) {

    static ImportLinks of(UUID id, String contentType) {
        String delivery = "?delivery=" + id;
        return new ImportLinks(
                "/api/imports/" + id,
                "/rejects" + delivery,
                "/api/rejections" + delivery,
                "/api/rejections/download" + delivery + "&format=" + format(contentType));
    }

    private static String format(String contentType) {
        BulkFormat format = BulkFormat.ofContentType(contentType).orElse(BulkFormat.TEXT);
        return switch (format) {
            case TEXT -> "text";
            case NDJSON -> "json";
            case CSV -> "rows";
        };
    }
}
