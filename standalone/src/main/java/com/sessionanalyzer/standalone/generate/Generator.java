package com.sessionanalyzer.standalone.generate;

import com.sessionanalyzer.intake.session.BulkFormat;
import java.io.IOException;
import java.io.OutputStream;

/** Writes files of made-up records. */
final class Generator {

    private static final int BLOCK = 1 << 18;
    private static final int LONGEST_RECORD = 1 << 14;

    private final Recipe recipe;
    private final Notation notation;

    Generator(Recipe recipe, BulkFormat format) {
        this.recipe = recipe;
        this.notation = Notation.of(format);
    }

    /** Writes all records, and answers what is to become of them. */
    Expected write(OutputStream out) throws IOException {
        Reviews reviews = new Reviews(recipe, notation);
        Expected expected = new Expected(notation.faults());
        Bytes block = new Bytes(BLOCK + LONGEST_RECORD);
        notation.begin(block);
        for (long number = 0; number < recipe.records(); number++) {
            reviews.write(number, block, expected);
            if (block.length() >= BLOCK) {
                block.drainTo(out);
            }
        }
        block.drainTo(out);
        return expected;
    }
}
