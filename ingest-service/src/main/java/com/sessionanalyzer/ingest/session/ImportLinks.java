package com.sessionanalyzer.ingest.session;

import com.fasterxml.jackson.annotation.JsonProperty;
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
        String rejections) {

    static ImportLinks of(UUID id) {
        return new ImportLinks("/api/imports/" + id, "/rejects?import=" + id, "/api/rejections?import=" + id);
    }
}
