package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.SessionDraft;
import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the next version of a record, and tells two versions apart. */
final class Corrections {

    private static final List<Part> PARTS = List.of(
            new Part(SessionField.CUSTOMER, record -> record.customer().spelling()),
            new Part(SessionField.REGION, SessionRecord::region),
            new Part(SessionField.SESSIONS, SessionRecord::sessions),
            new Part(SessionField.SOURCE, SessionRecord::source),
            new Part(SessionField.DESTINATION, SessionRecord::destination),
            new Part(SessionField.TIME_CONSUMED, SessionRecord::minutes),
            new Part(SessionField.UPLOADED_AT, SessionRecord::uploadedAt),
            new Part(SessionField.HIGHLIGHT_TYPE, highlight(Highlight::type)),
            new Part(SessionField.HIGHLIGHT_URL, highlight(Highlight::url)),
            new Part(SessionField.HIGHLIGHT_DETAILS, highlight(Highlight::details)),
            new Part(SessionField.OBSERVATION, SessionRecord::observation));

    private Corrections() {}

    private record Part(SessionField field, Function<SessionRecord, @Nullable Object> value) {}

    /**
     * The record as the draft says it, one revision further. Who sends back the spelling that is shown for the customer does
     * not mean to change how this record spells it.
     */
    static SessionRecord corrected(
            SessionRecord record, SessionDraft draft, String shownCustomer, ZoneId zone, CustomerLinks links) {
        CustomerName named = links.of(record.organization(), draft.customer());
        CustomerName customer =
                named.key().equals(record.customer().key()) && draft.customer().equals(shownCustomer)
                        ? record.customer()
                        : named;
        Instant uploadedAt = draft.uploadedAt() == null ? record.uploadedAt() : draft.uploadedAt();
        return new SessionRecord(
                record.organization(),
                record.id(),
                customer,
                draft.region(),
                draft.sessions(),
                draft.source(),
                draft.destination(),
                draft.minutes(),
                draft.observation(),
                draft.highlight(),
                uploadedAt,
                record.createdAt(),
                uploadedAt.equals(record.uploadedAt()) ? record.localDay() : LocalDate.ofInstant(uploadedAt, zone),
                record.origin(),
                record.revision() + 1);
    }

    /** The names of the fields in which two versions differ. */
    static List<String> fields(SessionRecord before, SessionRecord after) {
        List<String> fields = new ArrayList<>();
        for (Part part : PARTS) {
            if (!Objects.equals(part.value.apply(before), part.value.apply(after))) {
                fields.add(part.field.wireName());
            }
        }
        return fields;
    }

    private static Function<SessionRecord, @Nullable Object> highlight(Function<Highlight, @Nullable Object> part) {
        return record -> record.highlight() == null ? null : part.apply(record.highlight());
    }
}
