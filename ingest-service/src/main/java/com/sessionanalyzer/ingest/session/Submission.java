package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.session.Parsed;
import java.util.List;

/**
 * A submission that was read.
 *
 * @param items what became of its records, in their order; one rejection when it could not be read as a whole
 * @param bytes of its content, unpacked
 * @param lines of its content
 */
record Submission(SubmissionHeaders headers, List<Parsed> items, long bytes, long lines) {

    Submission {
        items = List.copyOf(items);
    }
}
