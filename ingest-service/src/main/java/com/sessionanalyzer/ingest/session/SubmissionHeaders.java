package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.schema.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a submission say about it.
 *
 * @param isPacked whether the content is gzipped
 * @param delivery the load that it is a part of
 * @param name     of the load
 * @param line     of the load's content at which the message's first record begins, from 1
 * @param isEnd    whether nothing of the load follows
 */
record SubmissionHeaders(
        BulkFormat format, boolean isPacked, @Nullable UUID delivery, String name, long line, boolean isEnd) {

    /** Of a message whose headers cannot be read. */
    static final SubmissionHeaders NONE = new SubmissionHeaders(BulkFormat.TEXT, false, null, "", 1, false);

    private static final int MAX_NAME_LENGTH = 200;
    private static final long MAX_LINE = 1L << 48;

    /**
     * Reads the headers.
     *
     * @throws UnreadableContentException when one of them is wrong
     */
    static SubmissionHeaders of(Headers headers, OrganizationId organization) {
        requireOrganization(text(headers, "organization"), organization);
        String name = text(headers, "delivery-name");
        return new SubmissionHeaders(
                format(text(headers, "content-type")),
                isPacked(text(headers, "content-encoding")),
                delivery(text(headers, "delivery")),
                name.substring(0, Math.min(name.length(), MAX_NAME_LENGTH)),
                line(text(headers, "line")),
                text(headers, "delivery-end").equals("true"));
    }

    /** An organization follows from credentials; a message, which has none, may only say what is so anyhow. */
    private static void requireOrganization(String said, OrganizationId organization) {
        if (!said.isEmpty() && !said.equals(organization.value())) {
            throw unreadable("unknown-organization", "The header organization must be " + organization.value());
        }
    }

    private static BulkFormat format(String contentType) {
        return contentType.isEmpty()
                ? BulkFormat.TEXT
                : BulkFormat.ofContentType(contentType)
                        .orElseThrow(() -> unreadable(
                                "unknown-content-type",
                                "The header content-type must be text/plain, application/x-ndjson or text/csv"));
    }

    private static boolean isPacked(String encoding) {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw unreadable("unknown-encoding", "The header content-encoding must be gzip or identity");
        };
    }

    private static @Nullable UUID delivery(String id) {
        try {
            return id.isEmpty() ? null : UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw unreadable("malformed-header", "The header delivery must be a UUID");
        }
    }

    private static long line(String number) {
        try {
            long line = number.isEmpty() ? 1 : Long.parseLong(number);
            if (line >= 0 && line <= MAX_LINE) {
                return line;
            }
        } catch (NumberFormatException malformed) {
            throw unreadable("malformed-header", "The header line must be a whole number");
        }
        throw unreadable("malformed-header", "The header line is out of range");
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? ""
                : new String(header.value(), StandardCharsets.UTF_8).strip();
    }

    private static UnreadableContentException unreadable(String rule, String sentence) {
        return new UnreadableContentException(0, rule, sentence);
    }
}
