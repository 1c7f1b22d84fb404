package com.sessionanalyzer.query.session.receipt;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.audit.AuditLog;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.query.session.SessionLedger;
import com.sessionanalyzer.query.session.receipt.Receipt.Change;
import com.sessionanalyzer.query.session.receipt.Receipt.Counted;
import com.sessionanalyzer.query.session.receipt.Receipt.Logged;
import com.sessionanalyzer.query.session.receipt.Receipt.Stored;
import com.sessionanalyzer.query.session.receipt.ReceiptRows.Gone;
import com.sessionanalyzer.query.session.receipt.ReceiptRows.Live;
import com.sessionanalyzer.query.session.receipt.ReceiptRows.Refused;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
            TransactionOperations consistently,
            ProjectionProgress progress,
            AuditLog changes,
            SessionLedger ledger,
            Duration patience) {
        this.rows = rows;
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
                    rows.changes(organization, id),
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
            List<Change> changes,
            Instant asOf) {}

    private @Nullable Receipt receipt(OrganizationId organization, UUID id, Found found) {
        Live live = found.live();
        Gone gone = found.gone();
        if (live != null) {
            return new Receipt(
                    id,
                    "record",
                    live.revision() > 0 ? "corrected" : "recorded",
                    live.received(),
                    live.logged(),
                    counted(organization, live.logged(), live.cell()),
                    new Stored(live.revision(), found.asOf()),
                    found.changes(),
                    null,
                    null);
        }
        if (gone != null) {
            return new Receipt(
                    id,
                    "record",
                    "deleted",
                    gone.received(),
                    null,
                    counted(organization, gone.logged(), null),
                    null,
                    found.changes(),
                    gone.logged(),
                    null);
        }
        return found.refused() == null ? null : refused(id, found.refused(), found.changes());
    }

    private static Receipt refused(UUID id, Refused refused, List<Change> changes) {
        Receipt.Settled settled = refused.rejected().settled();
        return new Receipt(
                id,
                "rejection",
                settled == null ? "rejected" : settled.kind(),
                refused.received(),
                null,
                null,
                null,
                changes,
                null,
                refused.rejected());
    }

    private Counted counted(OrganizationId organization, Logged logged, Receipt.@Nullable Cell cell) {
        boolean contained = ledger.await(Position.of(logged.partition(), logged.offset()), patience);
        return new Counted(contained, ledger.counts(organization).asOf(), cell);
    }
}
