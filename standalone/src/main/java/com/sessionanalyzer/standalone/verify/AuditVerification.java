package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.audit.AuditChain;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Compares the audit log in the database with its topic, once it contains all that was committed before. */
final class AuditVerification {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Addresses addresses;
    private final Differences differences;
    private final Consumer<String> say;

    AuditVerification(Addresses addresses, Differences differences, Consumer<String> say) {
        this.addresses = addresses;
        this.differences = differences;
        this.say = say;
    }

    void run() throws SQLException {
        try (AuditTopicReader topic = new AuditTopicReader(addresses.bootstrapServers())) {
            AuditRows rows = rowsTo(topic.end());
            AuditChain chain = new AuditChainCheck(differences)
                    .compare(addresses.organization(), topic.read(rows.nextOffset()), rows);
            say.accept("Audit: " + rows.rows().size() + " rows with " + chain.sequence() + " entries, chained to "
                    + chain.head() + ".");
        }
    }

    private AuditRows rowsTo(long end) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        AuditRows rows = AuditRows.read(addresses);
        while (rows.nextOffset() < end) {
            if (System.nanoTime() - deadline > 0) {
                throw new CannotCompareException("The audit log is still at offset " + rows.nextOffset()
                        + " after a minute, and its topic is at " + end + ".");
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            rows = AuditRows.read(addresses);
        }
        return rows;
    }
}
