package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.query.session.receipt.Receipt.Change;
import com.sessionanalyzer.query.session.receipt.Receipt.Counted;
import com.sessionanalyzer.query.session.receipt.Receipt.Entry;
import com.sessionanalyzer.query.session.receipt.Receipt.Received;
import com.sessionanalyzer.query.session.receipt.Receipt.Rejected;
import com.sessionanalyzer.query.session.receipt.Receipt.Settled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A receipt as a timeline, the oldest step first. */
record ReceiptView(UUID id, String title, @Nullable String record, List<Step> steps) {

    private static final Map<String, String> CHANNELS = Map.of(
            "form", "the form",
            "text", "pasted text",
            "api", "the API",
            "bulk", "a bulk load",
            "stream", "the stream of submissions",
            "desk", "the desk for rejected records");
    private static final Map<String, String> TITLES = Map.of(
            "recorded", "Recorded, counted and stored",
            "corrected", "Recorded, and corrected since",
            "deleted", "Deleted",
            "rejected", "Rejected, and still open",
            "resubmitted", "Rejected, then put right",
            "dismissed", "Rejected, then dismissed");

    /**
     * Something that happened.
     *
     * @param state {@code done}, {@code waiting} or {@code ended}
     * @param link  the id of another receipt that this leads to
     */
    record Step(
            String title,
            String text,
            @Nullable Instant at,
            String state,
            @Nullable UUID link) {}

    static ReceiptView of(Receipt receipt) {
        List<Step> steps = new ArrayList<>();
        if (receipt.received() != null) {
            steps.add(received(receipt.received()));
        }
        if (receipt.rejected() != null) {
            rejected(receipt.rejected(), receipt.received(), steps);
        }
        receipt.history().forEach(entry -> steps.add(logged(entry, receipt.changes())));
        if (receipt.counted() != null) {
            steps.add(counted(receipt.counted()));
        }
        if (receipt.stored() != null) {
            steps.add(done(
                    "Stored in PostgreSQL",
                    "As its revision " + receipt.stored().revision() + " says it; the rows are as of:",
                    receipt.stored().asOf()));
        }
        return new ReceiptView(
                receipt.id(),
                TITLES.getOrDefault(receipt.state(), receipt.state()),
                receipt.stored() == null ? null : receipt.id().toString(),
                steps);
    }

    private static Step received(Received received) {
        StringBuilder text =
                new StringBuilder("Through ").append(CHANNELS.getOrDefault(received.channel(), received.channel()));
        if (received.sender() != null) {
            text.append(", from ").append(received.sender());
        }
        if (received.line() != null) {
            text.append(", line ").append(received.line());
        }
        if (received.delivery() != null) {
            text.append(", in the delivery ").append(received.delivery());
        }
        return new Step("Received", text.append('.').toString(), received.at(), "done", received.rejection());
    }

    private static void rejected(Rejected rejected, @Nullable Received received, List<Step> steps) {
        steps.add(new Step(
                "Rejected",
                String.join(" ", rejected.reasons()),
                received == null ? null : received.at(),
                "ended",
                null));
        Settled settled = rejected.settled();
        if (settled == null) {
            steps.add(new Step("Open", "Nobody has put it right or dismissed it yet.", null, "waiting", null));
        } else if (settled.record() != null) {
            steps.add(new Step(
                    "Put right",
                    "By " + settled.actor() + "; it became a record.",
                    settled.at(),
                    "done",
                    settled.record()));
        } else {
            steps.add(new Step(
                    "Dismissed", "By " + settled.actor() + ": " + settled.reason(), settled.at(), "ended", null));
        }
    }

    private static Step logged(Entry entry, List<Change> changes) {
        String place = entry.logged().place() == null
                ? " Its place is not known any more, as the log was compacted since."
                : " In the log at " + entry.logged().place() + ".";
        String by = entry.by() == null ? "" : " By " + entry.by() + ".";
        return switch (entry.what()) {
            case "corrected" -> step("Corrected", "Revision " + entry.revision() + "." + by + place, entry, "done");
            case "moved" -> step("Moved", "It left the customer that it had before." + by + place, entry, "done");
            case "deleted" ->
                step(isErased(changes) ? "Erased with its customer" : "Deleted", by + place, entry, "ended");
            default -> step("Recorded", "Revision 0." + place, entry, "done");
        };
    }

    private static Step step(String title, String text, Entry entry, String state) {
        return new Step(title, text.strip(), entry.logged().at(), state, null);
    }

    private static boolean isErased(List<Change> changes) {
        return changes.stream().anyMatch(change -> change.action().equals("customer.erased"));
    }

    private static Step counted(Counted counted) {
        if (!counted.contained()) {
            return new Step("Not in the numbers yet", "They follow in a moment.", null, "waiting", null);
        }
        Receipt.Cell cell = counted.cell();
        return cell == null
                ? done("Not counted any more", "No number contains it; the numbers are as of:", counted.asOf())
                : done(
                        "Counted",
                        "In the cell " + cell.day() + " · " + cell.region() + " · " + cell.source() + " → "
                                + cell.destination() + "; the numbers are as of:",
                        counted.asOf());
    }

    private static Step done(String title, String text, @Nullable Instant at) {
        return new Step(title, text, at, "done", null);
    }
}
