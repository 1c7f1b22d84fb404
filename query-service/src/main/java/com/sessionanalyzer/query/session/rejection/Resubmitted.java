package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.session.rejection.Desk.Outcome.Settled;
import com.sessionanalyzer.schema.session.Violation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A rejected record that is recorded now.
 *
 * @param record   id of the record that it became
 * @param warnings what was there and is not recorded
 */
public record Resubmitted(UUID rejection, UUID record, List<Warning> warnings) {

    public Resubmitted {
        warnings = List.copyOf(warnings);
    }

    static Resubmitted of(Settled settled) {
        return new Resubmitted(
                settled.rejection().id(),
                settled.rejection().settlement() == null
                        ? Resubmission.recordId(settled.rejection())
                        : Objects.requireNonNull(
                                settled.rejection().settlement().record()),
                settled.warnings().stream().map(Warning::of).toList());
    }

    /** Something that was there and is not recorded. */
    @Schema(name = "ResubmissionWarning")
    public record Warning(String field, int line, String value, String rule, String message) {

        static Warning of(Violation violation) {
            return new Warning(
                    violation.field(), violation.line(), violation.value(), violation.rule(), violation.message());
        }
    }
}
