package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.audit.AuditLog;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.SessionLedger;
import com.sessionanalyzer.query.session.receipt.Receipt.Change;
import com.sessionanalyzer.query.session.receipt.Receipt.Counted;
import com.sessionanalyzer.query.session.receipt.Receipt.Logged;
import com.sessionanalyzer.query.session.receipt.Receipt.Received;
import com.sessionanalyzer.query.session.receipt.Receipt.Stored;
import com.sessionanalyzer.query.session.receipt.ReceiptRows.Gone;
import com.sessionanalyzer.query.session.receipt.ReceiptRows.Live;
import com.sessionanalyzer.query.session.receipt.ReceiptRows.Refused;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** Receipts from one state of the database, and from the ledger. */
final class DatabaseReceipts implements Receipts {

    private static final Logger log = LoggerFactory.getLogger(DatabaseReceipts.class);

    private final ReceiptRows rows;
    private final HistoryRows histories;
    private final TransactionOperations consistently;
    private final ProjectionProgress progress;
    private final AuditLog changes;
    private final SessionLedger ledger;
    private final Duration patience;

    /**
     * @param consistently transactions that see one state of the database
     */
    DatabaseReceipts(
            ReceiptRows rows,
            HistoryRows histories,
            TransactionOperations consistently,
            ProjectionProgress progress,
            AuditLog changes,
            SessionLedger ledger,
            Duration patience) {
        this.rows = rows;
        this.histories = histories;
        this.consistently = consistently;
        this.progress = progress;
        this.changes = changes;
        this.ledger = ledger;
        this.patience = patience;
    }

    @Override
    public Optional<Receipt> find(OrganizationId organization, UUID id, Position after) {
        try {
            progress.await(after, patience);
            if (!after.offsets().isEmpty()) {
                changes.catchUp();
            }
            Found found = consistently.execute(status -> new Found(
                    rows.live(organization, id).orElse(null),
                    rows.gone(organization, id).orElse(null),
                    rows.refused(organization, id).orElse(null),
                    histories.lines(organization, id),
                    histories.changes(organization, id),
                    progress.contained().asOf()));
            return Optional.ofNullable(receipt(organization, id, found));
        } catch (DataAccessException | TransactionException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database did not answer");
            throw ProblemException.of(
                    ProblemType.UNAVAILABLE, "Receipts cannot be read at the moment, because the database is away.");
        }
    }

    /** What the database has under one id. */
    private record Found(
            @Nullable Live live,
            @Nullable Gone gone,
            @Nullable Refused refused,
            List<HistoryRows.Line> lines,
            List<Change> newestChanges,
            Instant asOf) {

        /** The oldest first. */
        List<Change> changes() {
            List<Change> changes = new ArrayList<>(newestChanges);
            Collections.reverse(changes);
            return changes;
        }
    }

    private @Nullable Receipt receipt(OrganizationId organization, UUID id, Found found) {
        Live live = found.live();
        Gone gone = found.gone();
        if (live == null && gone == null) {
            return found.refused() == null ? null : refused(id, found.refused(), found.changes());
        }
        Received received = live == null ? Objects.requireNonNull(gone).received() : live.received();
        Logged newest = live == null ? Objects.requireNonNull(gone).logged() : live.logged();
        RecordHistory history =
                RecordHistory.of(found.lines(), found.newestChanges(), received, live == null ? newest : null);
        return new Receipt(
                id,
                "record",
                live == null ? "deleted" : live.revision() > 0 ? "corrected" : "recorded",
                received,
                history.recorded(),
                history.entries(),
                counted(organization, newest, live == null ? null : live.cell()),
                live == null ? null : new Stored(live.revision(), found.asOf()),
                found.changes(),
                history.deleted(),
                null);
    }

    private static Receipt refused(UUID id, Refused refused, List<Change> changes) {
        Receipt.Settled settled = refused.rejected().settled();
        return new Receipt(
                id,
                "rejection",
                settled == null ? "rejected" : settled.kind(),
                refused.received(),
                null,
                List.of(),
                null,
                null,
                changes,
                null,
                refused.rejected());
    }

    private Counted counted(OrganizationId organization, Logged logged, Receipt.@Nullable Cell cell) {
        boolean contained = ledger.await(position(logged), patience);
        return new Counted(contained, ledger.counts(organization).asOf(), cell);
    }

    private static Position position(Logged logged) {
        return logged.partition() == null || logged.offset() == null
                ? Position.BEGINNING
                : Position.of(logged.partition(), logged.offset());
    }
}
