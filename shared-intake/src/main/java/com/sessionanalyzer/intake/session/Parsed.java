package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.Violation;
import java.util.List;

/** What became of one record of a post when it was read. */
public sealed interface Parsed {

    /**
     * A record that keeps every rule.
     *
     * @param warnings what was there and is not recorded
     */
    record Accepted(int line, String text, SessionDraft draft, List<Violation> warnings) implements Parsed {

        public Accepted {
            warnings = warnings.isEmpty() ? List.of() : List.copyOf(warnings);
        }
    }

    /**
     * A record that breaks a rule.
     *
     * @param format     how the text is to be read
     * @param text       the record as it was sent, and for a row of a table its header before it
     * @param violations all broken rules, in the order of the text
     */
    record Rejected(int line, RecordFormat format, String text, List<Violation> violations) implements Parsed {

        public Rejected {
            violations = List.copyOf(violations);
        }

        Rejected withText(String kept) {
            return new Rejected(line, format, kept, violations);
        }
    }

    /** First line of the record in its post, from 1; 0 when the post has no lines. */
    int line();

    /** The record as it was sent. */
    String text();
}
