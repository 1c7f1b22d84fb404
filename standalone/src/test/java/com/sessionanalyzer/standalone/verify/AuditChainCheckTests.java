package com.sessionanalyzer.standalone.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.audit.AuditChain;
import com.sessionanalyzer.standalone.verify.AuditChainCheck.LoggedEntry;
import com.sessionanalyzer.standalone.verify.AuditRows.AuditRow;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditChainCheckTests {

    private static final OrganizationId ACME = new OrganizationId("acme");
    private static final OrganizationId OTHER = new OrganizationId("other");
    private static final List<LoggedEntry> LOG = List.of(
            new LoggedEntry(ACME, 0, bytes("one")),
            new LoggedEntry(OTHER, 2, bytes("theirs")),
            new LoggedEntry(ACME, 4, bytes("two")),
            new LoggedEntry(ACME, 6, bytes("three")),
            new LoggedEntry(ACME, 8, bytes("not projected yet")));

    private final List<AuditRow> rows = new ArrayList<>(List.of(
            row(1, 0, "one", chain("one")),
            row(2, 4, "two", chain("one", "two")),
            row(3, 6, "three", chain("one", "two", "three"))));

    @Test
    void findsNothingInAChainThatIsWhole() {
        Differences differences = new Differences();

        AuditChain chain = new AuditChainCheck(differences).compare(ACME, LOG, new AuditRows(8, rows));

        assertThat(differences.sentences()).isEmpty();
        assertThat(chain).isEqualTo(chain("one", "two", "three"));
    }

    @Test
    void findsARowThatIsMissing() {
        rows.remove(2);

        assertThat(found()).containsExactly("audit entry 3: the log says an entry, found nothing");
    }

    @Test
    void findsARowThatWasTakenOutOfTheMiddle() {
        rows.remove(1);

        assertThat(found()).contains("audit entry 2 sequence: the log says 2, found 3");
    }

    @Test
    void findsARowThatWasPutIn() {
        rows.add(row(4, 7, "four", chain("one", "two", "three", "four")));

        assertThat(found()).containsExactly("audit entry 4: the log says nothing, found a row");
    }

    @Test
    void findsAnEntryThatWasRewrittenWithAFittingChain() {
        rows.set(1, row(2, 4, "TWO", chain("one", "TWO")));
        rows.set(2, row(3, 6, "three", chain("one", "TWO", "three")));

        assertThat(found())
                .contains("audit entry 2: the log says other bytes, found an entry that was changed")
                .anyMatch(sentence -> sentence.startsWith("audit entry 3 hash: "));
    }

    private List<String> found() {
        Differences differences = new Differences();
        new AuditChainCheck(differences).compare(ACME, LOG, new AuditRows(8, rows));
        return differences.sentences();
    }

    private static AuditRow row(long sequence, long offset, String entry, AuditChain chain) {
        return new AuditRow(sequence, offset, bytes(entry), chain.head());
    }

    private static AuditChain chain(String... entries) {
        AuditChain chain = AuditChain.EMPTY;
        for (String entry : entries) {
            chain = chain.and(bytes(entry).array());
        }
        return chain;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
