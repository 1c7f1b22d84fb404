package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.audit.AuditChain;
import com.sessionanalyzer.standalone.verify.AuditRows.AuditRow;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the chain of audit rows with the entries of its topic, link by link. */
final class AuditChainCheck {

    private final Differences differences;

    AuditChainCheck(Differences differences) {
        this.differences = differences;
    }

    /** An entry of the topic. */
    record LoggedEntry(OrganizationId organization, long offset, ByteBuffer bytes) {}

    /** Compares, and answers the chain as the topic gives it. */
    AuditChain compare(OrganizationId organization, List<LoggedEntry> log, AuditRows found) {
        AuditChain chain = AuditChain.EMPTY;
        Iterator<AuditRow> rows = found.rows().iterator();
        for (LoggedEntry entry : log) {
            if (entry.organization().equals(organization) && entry.offset() < found.nextOffset()) {
                chain = chain.and(entry.bytes().array());
                compare(chain, entry, rows.hasNext() ? rows.next() : null);
            }
        }
        while (rows.hasNext()) {
            differences.add("audit entry " + rows.next().sequence(), "nothing", "a row");
        }
        return chain;
    }

    private void compare(AuditChain chain, LoggedEntry expected, @Nullable AuditRow found) {
        String what = "audit entry " + chain.sequence();
        if (found == null) {
            differences.add(what, "an entry", "nothing");
            return;
        }
        compare(what + " sequence", chain.sequence(), found.sequence());
        compare(what + " offset", expected.offset(), found.offset());
        compare(what + " hash", chain.head(), found.hash());
        if (!expected.bytes().equals(found.entry())) {
            differences.add(what, "other bytes", "an entry that was changed");
        }
    }

    private void compare(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            differences.add(what, expected, found);
        }
    }
}
