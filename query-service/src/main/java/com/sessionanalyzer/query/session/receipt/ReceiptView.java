package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.query.session.receipt.Receipt.Change;
import com.sessionanalyzer.query.session.receipt.Receipt.Counted;
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
    private static final Map<String, String> ACTIONS = Map.of(
            "record.corrected", "Corrected",
            "record.deleted", "Deleted",
            "customer.erased", "Erased with its customer",
            "rejection.dismissed", "Dismissed",
            "rejection.resubmitted", "Resubmitted");
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
        if (receipt.recorded() != null) {
            steps.add(done(
                    "Recorded",
                    "In the log at " + receipt.recorded().place() + ".",
                    receipt.recorded().at()));
        }
        if (receipt.rejected() == null) {
            receipt.changes().forEach(change -> steps.add(changed(change)));
        }
        if (receipt.deleted() != null) {
            steps.add(new Step(
                    "Ended in the log",
                    "Its end is at " + receipt.deleted().place() + ".",
                    receipt.deleted().at(),
                    "ended",
                    null));
        }
        if (receipt.counted() != null) {
            steps.add(counted(receipt.counted()));
        }
        if (receipt.stored() != null) {
            steps.add(done(
                    "Stored in PostgreSQL",
                    receipt.stored().revision() == 0
                            ? "As it came in; the rows are as of:"
                            : "In its version " + (receipt.stored().revision() + 1) + "; the rows are as of:",
                    receipt.stored().asOf()));
        }
        return new ReceiptView(
                receipt.id(),
                TITLES.getOrDefault(receipt.state(), receipt.state()),
                receipt.recorded() == null ? null : receipt.id().toString(),
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

    private static Step changed(Change change) {
        boolean end = !change.action().equals("record.corrected");
        return new Step(
                ACTIONS.getOrDefault(change.action(), change.action()),
                "By " + change.actor() + ".",
                change.at(),
                end ? "ended" : "done",
                null);
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
