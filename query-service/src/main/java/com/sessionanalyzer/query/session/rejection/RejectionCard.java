package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Settlement;
import com.sessionanalyzer.schema.session.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rejected record as a page shows it: the text as it was sent, what is wrong in it, and what became of it. */
public record RejectionCard(SessionRejection rejection, List<TextLines.Marked> lines, String link) {

    private static final int MOST_LINES = 14;
    private static final int LINES_AROUND = 2;

    public RejectionCard {
        lines = List.copyOf(lines);
    }

    /** With the lines around what is wrong, when there are many. */
    static RejectionCard of(SessionRejection rejection, RejectionAddress address) {
        return new RejectionCard(
                rejection, shortened(TextLines.of(rejection).all()), address.at("/rejects/" + rejection.id()));
    }

    /** With all lines. */
    static RejectionCard whole(SessionRejection rejection, RejectionAddress address) {
        return new RejectionCard(rejection, TextLines.of(rejection).all(), address.at("/rejects/" + rejection.id()));
    }

    private static List<TextLines.Marked> shortened(List<TextLines.Marked> all) {
        if (all.size() <= MOST_LINES) {
            return all;
        }
        List<TextLines.Marked> kept = new ArrayList<>();
        for (int index = 0; index < all.size() && kept.size() < MOST_LINES; index++) {
            int from = Math.max(0, index - LINES_AROUND);
            int to = Math.min(all.size(), index + LINES_AROUND + 1);
            if (index <= LINES_AROUND || all.subList(from, to).stream().anyMatch(TextLines.Marked::isWrong)) {
                kept.add(all.get(index));
            }
        }
        return kept;
    }

    /** What is wrong in a line: the first message, and how many more there are. */
    public String why() {
        List<String> messages = rejection.violations().stream()
                .map(Violation::message)
                .distinct()
                .toList();
        return messages.isEmpty()
                ? ""
                : messages.get(0) + (messages.size() == 1 ? "" : ", and " + (messages.size() - 1) + " more");
    }

    public UUID id() {
        return rejection.id();
    }

    public Instant receivedAt() {
        return rejection.receivedAt();
    }

    /** The door it came through, for people. */
    public String channel() {
        return ChannelNames.of(rejection.origin().channel());
    }

    /** Its first line in what was sent; 0 when that has no lines. */
    public int line() {
        return rejection.origin().line();
    }

    public String sender() {
        return rejection.origin().sender();
    }

    public @Nullable UUID delivery() {
        return rejection.origin().delivery();
    }

    public String format() {
        return switch (rejection.format()) {
            case TEXT -> "text";
            case JSON -> "JSON";
            case CSV -> "CSV";
        };
    }

    public boolean isCsv() {
        return rejection.format() == RecordFormat.CSV;
    }

    public String text() {
        return rejection.text();
    }

    public boolean isOpen() {
        return rejection.settlement() == null;
    }

    public @Nullable Settlement settlement() {
        return rejection.settlement();
    }

    public boolean isResubmitted() {
        return rejection.settlement() != null && rejection.settlement().kind() == Settlement.Kind.RESUBMITTED;
    }

    /** The customer whom the text names; null when it names none. */
    public @Nullable String customer() {
        return RejectedCustomer.name(rejection.format(), rejection.text());
    }
}
