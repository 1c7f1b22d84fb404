package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.schema.session.Violation;
import java.util.List;

/**
 * What becomes of one record of a bulk post, without the record, so that little is kept of many.
 *
 * @param line     its first line in the content, from 1
 * @param findings every rule that a rejected one breaks, or what is not recorded of a recorded one; each with a line
 */
record BulkOutcome(int line, boolean isRecorded, List<Violation> findings) {

    static BulkOutcome of(Parsed record) {
        if (record instanceof Parsed.Accepted accepted) {
            return new BulkOutcome(record.line(), true, located(accepted.warnings(), record.line()));
        }
        return new BulkOutcome(record.line(), false, located(((Parsed.Rejected) record).violations(), record.line()));
    }

    private static List<Violation> located(List<Violation> findings, int line) {
        return findings.isEmpty()
                ? findings
                : findings.stream().map(finding -> located(finding, line)).toList();
    }

    private static Violation located(Violation finding, int line) {
        return finding.line() > 0
                ? finding
                : new Violation(finding.field(), line, finding.value(), finding.rule(), finding.message());
    }
}
