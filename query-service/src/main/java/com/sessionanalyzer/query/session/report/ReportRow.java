package com.sessionanalyzer.query.session.report;

import com.sessionanalyzer.query.session.rows.SessionView;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record as the records table shows it. */
record ReportRow(SessionView record, String link, String editLink, String deleteLink) {

    private static final Pattern LINE_END = Pattern.compile("(?<=[./@_])");
    private static final int SHORT_ID_LENGTH = 8;

    static ReportRow of(SessionView record, ReportAddress address) {
        return new ReportRow(
                record,
                address.record(record.id().toString()),
                address.record(record.id() + "/edit"),
                address.record(record.id() + "/delete"));
    }

    public UUID id() {
        return record.id();
    }

    /** The end of the id, which differs most between neighbours. */
    public String shortId() {
        String id = record.id().toString();
        return id.substring(id.length() - SHORT_ID_LENGTH);
    }

    public String customer() {
        return record.customer();
    }

    /** The customer, split where a line may end. */
    public List<String> customerParts() {
        return LINE_END.splitAsStream(record.customer()).toList();
    }

    /** The address of its ticket; null when there is none that can be linked to. */
    public @Nullable String ticket() {
        String url = record.highlightUrl();
        return url != null && Highlight.isWebAddress(url) ? url : null;
    }

    /** The host of its ticket, which tells most of it. */
    public String ticketHost() {
        String url = record.highlightUrl();
        return url == null ? "" : url.replaceFirst("(?i)^https?://", "").replaceFirst("[/?#].*$", "");
    }

    public String region() {
        return record.region();
    }

    public int sessions() {
        return record.sessions();
    }

    public String source() {
        return record.source();
    }

    public String destination() {
        return record.destination();
    }

    public @Nullable Integer timeConsumed() {
        return record.timeConsumed();
    }

    public Instant uploadedAt() {
        return record.uploadedAt();
    }

    /** The short label of the highlight; null when there is none. */
    public @Nullable String badge() {
        return record.hasHighlight() ? type(record).map(HighlightType::badge).orElse("Highlight") : null;
    }

    /** The full label of the record's highlight. */
    static String label(SessionView record) {
        return type(record).map(HighlightType::label).orElse("Highlight");
    }

    private static Optional<HighlightType> type(SessionView record) {
        return Optional.ofNullable(record.highlightType()).flatMap(HighlightType::of);
    }
}
