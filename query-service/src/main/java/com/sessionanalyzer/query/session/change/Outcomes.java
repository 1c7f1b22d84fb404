package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.session.SessionTotals;
import com.sessionanalyzer.query.session.TotalsReader;
import com.sessionanalyzer.query.session.rows.SessionRows;
import com.sessionanalyzer.query.session.rows.SessionView;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.SessionRecord;
import org.jspecify.annotations.Nullable;

/** What is to be seen after a change, once rows and numbers contain it. */
record Outcomes(SessionRows rows, CurrentRecords records, TotalsReader totals) {

    /** What moved; null when nothing did, or the numbers before are not known. */
    @Nullable
    Moved moved(OrganizationId organization, Change change) {
        return change.isNone() ? null : moved(organization, change.before(), change.difference(), change.position());
    }

    @Nullable
    Moved moved(OrganizationId organization, Erased erased) {
        return moved(organization, erased.before(), erased.difference(), erased.position());
    }

    /** What a merge or its undoing moved; null when nothing, or the numbers before are not known. */
    @Nullable
    Moved moved(OrganizationId organization, CustomerMove move) {
        return move.records() == 0 ? null : moved(organization, move.before(), move.difference(), move.position());
    }

    private @Nullable Moved moved(
            OrganizationId organization, @Nullable SessionTotals before, Difference difference, Position position) {
        records.await(position);
        SessionTotals after = totals.read(organization, position).orElse(null);
        return Moved.of(before, after, difference);
    }

    /** The record after a correction, as it is shown. */
    SessionView view(Change change) {
        SessionRecord record = change.record();
        String shown = rows.find(record.organization(), record.id(), change.position())
                .map(SessionView::customer)
                .orElseGet(() -> record.customer().spelling());
        Highlight highlight = record.highlight();
        return new SessionView(
                record.id(),
                shown,
                record.region(),
                record.sessions(),
                record.source(),
                record.destination(),
                record.minutes(),
                record.observation(),
                highlight != null,
                highlight == null ? null : highlight.url(),
                highlight == null ? null : highlight.type().code(),
                highlight == null ? null : highlight.details(),
                record.uploadedAt(),
                record.createdAt());
    }
}
