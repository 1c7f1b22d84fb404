package com.sessionanalyzer.torture;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.UnreadableEventException;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.SessionRejectionCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.standalone.verify.RecordLog;
import com.sessionanalyzer.standalone.verify.RecordTable;
import com.sessionanalyzer.torture.Findings.Kind;
import com.sessionanalyzer.torture.Journal.Expected;
import com.sessionanalyzer.torture.Journal.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;

/** Compares what is in the log with what the clients know: acknowledged exactly once, the rest at most once. */
final class RecordCheck implements AutoCloseable {

    private static final OrganizationId ORGANIZATION = new OrganizationId("default");

    private final RecordLog records;
    private final RecordLog rejections;
    private final RecordTable table = RecordTable.empty();
    private final Map<Bytes, String> rejected = new HashMap<>();
    private final Journal journal;
    private final Findings findings;

    RecordCheck(String bootstrapServers, Journal journal, Findings findings) {
        this.records = RecordLog.open(bootstrapServers, SessionTopics.RECORDS);
        this.rejections = RecordLog.open(bootstrapServers, SessionTopics.REJECTIONS);
        this.journal = journal;
        this.findings = findings;
    }

    /** What of the log was looked at. */
    record Looked(int live, int rejected, int unacknowledged) {}

    /** Reads what was committed since the last time, and looks at all of it. */
    Looked check() {
        records.read(records.ends(), table::apply);
        rejections.read(rejections.ends(), this::reject);
        Map<String, List<SessionRecord>> live = new HashMap<>();
        table.of(ORGANIZATION)
                .forEach(
                        session -> live.computeIfAbsent(Review.markIn(session.observation()), mark -> new ArrayList<>())
                                .add(session));
        Map<String, Integer> rejectedMarks = new HashMap<>();
        rejected.values().forEach(mark -> rejectedMarks.merge(mark, 1, Integer::sum));
        int unacknowledged = 0;
        for (Map.Entry<String, Expected> entry : journal.expected().entrySet()) {
            List<SessionRecord> found = live.getOrDefault(entry.getKey(), List.of());
            compare(entry.getKey(), entry.getValue(), found, rejectedMarks.getOrDefault(entry.getKey(), 0));
            unacknowledged += entry.getValue().fate() == Fate.UNKNOWN ? found.size() : 0;
        }
        live.keySet().stream()
                .filter(mark -> !journal.expected().containsKey(mark))
                .forEach(mark -> findings.add(Kind.WRONG, "nobody sent " + live.get(mark)));
        return new Looked(live.size(), rejectedMarks.size(), unacknowledged);
    }

    private void compare(String mark, Expected expected, List<SessionRecord> found, int rejections) {
        if (found.size() + rejections > 1) {
            findings.add(Kind.DOUBLED, mark + ": " + found + " and " + rejections + " rejections");
        } else if (expected.fate() == Fate.RECORDED && found.isEmpty()) {
            findings.add(Kind.LOST, mark + " was acknowledged, " + expected);
        } else if (expected.fate() == Fate.REJECTED && rejections == 0) {
            findings.add(Kind.LOST, "the rejection of " + mark);
        } else if (expected.fate() == Fate.DELETED && !found.isEmpty()) {
            findings.add(Kind.WRONG, "deleted and there: " + found);
        } else if (!found.isEmpty() && found.get(0).sessions() != expected.sessions()) {
            findings.add(Kind.WRONG, "expected " + expected + ", found " + found);
        }
    }

    private void reject(ConsumerRecord<byte[], byte[]> entry) {
        try {
            Bytes key = Bytes.wrap(entry.key());
            if (entry.value() == null) {
                rejected.remove(key);
            } else {
                SessionRejection rejection = SessionRejectionCodec.decode(entry.value());
                rejected.put(key, Review.markIn(rejection.text()));
            }
        } catch (UnreadableEventException unreadable) {
            findings.add(Kind.WRONG, "a rejection that cannot be read: " + unreadable);
        }
    }

    @Override
    public void close() {
        records.close();
        rejections.close();
    }
}
