package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.intake.items.Chunk;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.items.ItemStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The header of a table, which each message repeats.
 *
 * @param bytes from the beginning of the content to the end of the header line
 * @param lines that they are
 */
@SuppressWarnings("ArrayRecordComponent")
record Header(byte[] bytes, long lines) {

    static final Header NONE = new Header(new byte[0], 0);

    /** The header that the first bytes of a table hold. */
    static Header of(byte[] head) throws IOException {
        Chunk header = ItemStream.ofRows(new ByteArrayInputStream(head), ItemLimits.DEFAULT)
                .header();
        return header == null ? NONE : new Header(Arrays.copyOf(head, (int) header.endByte()), header.endLine());
    }
}
