package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.Fingerprint;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a content was sent; it is committed in the transaction that sends it.
 *
 * @param bytes    sent, unpacked
 * @param lines    sent
 * @param records  sent
 * @param messages sent
 * @param digest   SHA-256 of the bytes sent
 * @param head     SHA-256 of the first of them, at most {@value Content#HEAD}, by which the content is known again
 * @param broken   whether the last byte sent ends no line
 * @param complete whether the content ended there
 */
record Progress(
        long bytes,
        long lines,
        long records,
        long messages,
        String digest,
        String head,
        boolean broken,
        boolean complete) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final Progress NONE = new Progress(0, 0, 0, 0, "", "", false, false);

    Progress completed() {
        return new Progress(bytes, lines, records, messages, digest, head, broken, true);
    }

    /** Whether the head is what a content of these first bytes would have left. */
    boolean beginsLike(byte[] content) {
        int length = (int) Math.min(bytes, Content.HEAD);
        return content.length >= length
                && Fingerprint.of(Arrays.copyOf(content, length)).equals(head);
    }

    OffsetAndMetadata encode() {
        return new OffsetAndMetadata(bytes, JSON.writeValueAsString(this));
    }

    /** The progress that was committed; null when it is that of something else. */
    static @Nullable Progress decode(OffsetAndMetadata committed) {
        try {
            return JSON.readValue(committed.metadata(), Progress.class);
        } catch (JacksonException other) {
            return null;
        }
    }
}
