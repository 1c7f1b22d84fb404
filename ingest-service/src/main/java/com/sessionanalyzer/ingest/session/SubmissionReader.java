package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.Segment;
import com.sessionanalyzer.intake.session.SessionItems;
import com.sessionanalyzer.intake.session.SessionTextParser;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the records of a message. Whatever is in it, it has an outcome: a message never fails. */
final class SubmissionReader {

    /** So many have an index of their own beside the offset. */
    private static final int MAX_ITEMS = 1 << 20;

    private final OrganizationId organization;
    private final int maxUnpacked;

    SubmissionReader(OrganizationId organization, int maxUnpacked) {
        this.organization = organization;
        this.maxUnpacked = maxUnpacked;
    }

    Submission read(ConsumerRecord<byte[], byte[]> message, Terms terms) {
        SubmissionHeaders headers = SubmissionHeaders.NONE;
        try {
            headers = SubmissionHeaders.of(message.headers(), organization);
            return items(headers, unpacked(headers, value(message)), terms);
        } catch (UnreadableContentException unreadable) {
            return refused(message, headers, unreadable);
        } catch (IOException broken) {
            return refused(
                    message,
                    headers,
                    new UnreadableContentException(0, "broken-encoding", "The content is not gzip that can be read"));
        }
    }

    private Submission refused(
            ConsumerRecord<byte[], byte[]> message, SubmissionHeaders headers, UnreadableContentException reason) {
        int line = line(headers, Math.max(1, reason.line()));
        Violation violation = new Violation("record", line, "", reason.rule(), reason.sentence());
        byte[] value = value(message);
        Parsed rejected = new Parsed.Rejected(line, headers.format().record(), kept(value), List.of(violation));
        return new Submission(headers, List.of(rejected), value.length, 0);
    }

    /** The message as one rejection, which is a part of its load if it says so. */
    Submission refused(ConsumerRecord<byte[], byte[]> message, UnreadableContentException reason) {
        try {
            return refused(message, SubmissionHeaders.of(message.headers(), organization), reason);
        } catch (UnreadableContentException unreadable) {
            return refused(message, SubmissionHeaders.NONE, reason);
        }
    }

    private Submission items(SubmissionHeaders headers, byte[] content, Terms terms) throws IOException {
        List<Segment> segments = new ArrayList<>();
        long count = 0;
        long lines = 0;
        try (SessionItems items =
                SessionItems.open(headers.format(), new ByteArrayInputStream(content), ItemLimits.DEFAULT)) {
            for (Segment segment = items.next(); segment != null; segment = items.next()) {
                segments.add(segment);
                count += segment.items();
                lines = segment.endLine();
                requireFew(count);
            }
        }
        List<Parsed> parsed = segments.parallelStream()
                .map(segment -> segment.parse(terms))
                .flatMap(List::stream)
                .toList();
        long shift = shift(headers, segments);
        return new Submission(
                headers,
                shift == 0
                        ? parsed
                        : parsed.stream().map(item -> shifted(item, shift)).toList(),
                content.length,
                lines);
    }

    private static void requireFew(long count) {
        if (count > MAX_ITEMS) {
            throw new UnreadableContentException(
                    0, "too-many-records", "A message may hold at most " + MAX_ITEMS + " records");
        }
    }

    /** By how many lines the message's first record stands further down in the load. */
    private static long shift(SubmissionHeaders headers, List<Segment> segments) {
        return headers.line() <= 1 || segments.isEmpty()
                ? 0
                : headers.line() - segments.get(0).firstLine();
    }

    private static Parsed shifted(Parsed item, long shift) {
        if (item instanceof Parsed.Accepted accepted) {
            return new Parsed.Accepted(
                    shifted(accepted.line(), shift),
                    accepted.text(),
                    accepted.draft(),
                    shifted(accepted.warnings(), shift));
        }
        Parsed.Rejected rejected = (Parsed.Rejected) item;
        return new Parsed.Rejected(
                shifted(rejected.line(), shift),
                rejected.format(),
                rejected.text(),
                shifted(rejected.violations(), shift));
    }

    private static List<Violation> shifted(List<Violation> violations, long shift) {
        return violations.stream()
                .map(one ->
                        new Violation(one.field(), shifted(one.line(), shift), one.value(), one.rule(), one.message()))
                .toList();
    }

    private static int shifted(int line, long shift) {
        return line == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, line + shift);
    }

    private static int line(SubmissionHeaders headers, long line) {
        return (int) Math.min(Integer.MAX_VALUE, line + Math.max(1, headers.line()) - 1);
    }

    private byte[] unpacked(SubmissionHeaders headers, byte[] value) throws IOException {
        if (!headers.isPacked()) {
            return value;
        }
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(value))) {
            byte[] content = unpacking.readNBytes(maxUnpacked);
            if (unpacking.read() >= 0) {
                throw new UnreadableContentException(
                        0, "too-large", "The content may have at most " + maxUnpacked + " bytes unpacked");
            }
            return content;
        }
    }

    private static byte[] value(ConsumerRecord<byte[], byte[]> message) {
        return message.value() == null ? new byte[0] : message.value();
    }

    private static String kept(byte[] value) {
        int length = Math.min(value.length, SessionTextParser.MAX_RECORD_LENGTH);
        return new String(value, 0, length, StandardCharsets.UTF_8);
    }
}
