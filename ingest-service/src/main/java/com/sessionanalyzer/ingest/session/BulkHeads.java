package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.ingest.body.IdempotencyHeader;
import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.intake.RecordIds;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.intake.text.OneLine;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.security.Organization;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Reads what a bulk post says about itself. */
final class BulkHeads {

    private static final int MAX_NAME_LENGTH = 255;
    private static final String FORMATS =
            "Send text/plain, application/x-ndjson or text/csv in UTF-8, as it is or with Content-Encoding: gzip.";

    private final RecordIds ids;

    BulkHeads(RecordIds ids) {
        this.ids = ids;
    }

    /**
     * What the request says.
     *
     * @throws ProblemException when it cannot be taken, whatever its content is
     */
    BulkHead of(HttpServletRequest request, Organization organization, boolean dryRun) {
        BulkFormat format = format(request.getContentType());
        IdempotencyKey key = IdempotencyHeader.of(request);
        return new BulkHead(
                organization,
                key == null ? Imports.key(organization.id(), ids.next()) : Imports.key(organization.id(), key),
                key != null,
                name(request.getParameter("name")),
                format,
                format.contentType(),
                isPacked(request),
                request.getContentLengthLong(),
                dryRun,
                isItemised(request));
    }

    private static BulkFormat format(@Nullable String contentType) {
        if (contentType == null || !isUtf8(contentType)) {
            throw unsupported();
        }
        return BulkFormat.ofContentType(contentType).orElseThrow(BulkHeads::unsupported);
    }

    private static boolean isUtf8(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.getCharset() == null
                    || type.getCharset().equals(StandardCharsets.UTF_8)
                    || type.getCharset().equals(StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static boolean isPacked(HttpServletRequest request) {
        String encoding = String.join(",", Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)))
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw unsupported();
        };
    }

    private static ProblemException unsupported() {
        return ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, FORMATS);
    }

    private static boolean isItemised(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                .anyMatch(accept -> accept.toLowerCase(Locale.ROOT).contains(MediaType.APPLICATION_NDJSON_VALUE));
    }

    private static String name(@Nullable String given) {
        String name = OneLine.of(Flaw.encodable(given == null ? "" : given));
        return name.length() <= MAX_NAME_LENGTH ? name : Flaw.encodable(name.substring(0, MAX_NAME_LENGTH));
    }
}
