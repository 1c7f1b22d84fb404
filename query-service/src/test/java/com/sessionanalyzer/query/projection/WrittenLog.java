package com.sessionanalyzer.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sessionanalyzer.schema.audit.AuditTopic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * What was written about owned rows, and, by looking through all of it, what it said at any moment. It does things as they are
 * done: a row that goes to another owner ends under the old one at the same time, an erasure ends the owner's rows, a row that
 * ended can come again if it has one key only, and one that is there can be sent again.
 */
final class WrittenLog {

    private static final int OWNERS = 4;
    private static final int ROWS = 4;
    private static final int PARTITIONS = 3;

    private final Random random;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Integer, Long> ends = new HashMap<>();
    private final Map<String, Entry> live = new TreeMap<>();
    private final Map<String, String> lastOwner = new HashMap<>();
    private final Set<String> moved = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> erased = new HashSet<>();
    private long now = 1;

    private WrittenLog(Random random) {
        this.random = random;
    }

    static WrittenLog random(int steps, Random random) {
        WrittenLog log = new WrittenLog(random);
        for (int step = 0; step < steps; step++) {
            log.now += random.nextInt(3);
            log.step();
        }
        return log;
    }

    /** An entry; without text it is a tombstone. */
    record Entry(
            int partition,
            long offset,
            long time,
            String owner,
            String id,
            int revision,
            @Nullable String text,
            boolean erases) {

        ConsumerRecord<byte[], byte[]> message(String topic) {
            ProducerRecord<byte[], byte[]> message =
                    new ProducerRecord<>(topic, null, null, (owner + "/" + id).getBytes(UTF_8), value());
            return new ConsumerRecord<>(
                    topic,
                    partition,
                    offset,
                    time,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    message.key(),
                    message.value(),
                    new RecordHeaders(erases ? AuditTopic.erasing(message).headers() : message.headers()),
                    Optional.empty());
        }

        private byte @Nullable [] value() {
            return text == null ? null : (revision + "/" + text).getBytes(UTF_8);
        }

        private String row() {
            return id + " " + owner + " " + revision + " " + text;
        }
    }

    List<Entry> entries() {
        return entries;
    }

    long now() {
        return now;
    }

    boolean isErased(String text) {
        return erased.contains(text);
    }

    /** Every row at that time. */
    List<String> at(long time) {
        Map<String, Entry> rows = new TreeMap<>();
        for (Entry entry : entries) {
            Entry row = rows.get(entry.id());
            if (entry.time() <= time) {
                if (entry.text() != null) {
                    rows.put(entry.id(), entry);
                } else if (row != null && row.owner().equals(entry.owner())) {
                    rows.remove(entry.id());
                }
            }
        }
        return rows.values().stream()
                .filter(row -> !erased.contains(row.text()))
                .map(Entry::row)
                .toList();
    }

    private void step() {
        String id = "row-" + random.nextInt(ROWS);
        Entry row = live.get(id);
        int choice = random.nextInt(10);
        if (choice == 0) {
            erase(owner());
            now++;
        } else if (row == null) {
            if (!moved.contains(id)) {
                version(lastOwner.getOrDefault(id, owner()), id, 0);
            }
        } else if (choice < 3) {
            end(row, false);
        } else if (choice < 5) {
            version(row.owner(), id, row.revision());
        } else {
            correct(row, choice < 8 && !ended.contains(id) ? owner() : row.owner());
        }
    }

    private void correct(Entry row, String owner) {
        if (!owner.equals(row.owner())) {
            moved.add(row.id());
            append(row.owner(), row.id(), 0, null, false);
        }
        version(owner, row.id(), row.revision() + 1);
    }

    private void erase(String owner) {
        List<Entry> owned =
                live.values().stream().filter(row -> row.owner().equals(owner)).toList();
        Set<String> gone = new HashSet<>(owned.stream().map(Entry::id).toList());
        entries.stream()
                .filter(entry -> entry.owner().equals(owner) || gone.contains(entry.id()))
                .filter(entry -> entry.text() != null)
                .forEach(entry -> erased.add(entry.text()));
        owned.forEach(row -> end(row, true));
        if (owned.isEmpty()) {
            append(owner, "nothing-" + entries.size(), 0, null, true);
        }
    }

    private void version(String owner, String id, int revision) {
        lastOwner.put(id, owner);
        live.put(id, append(owner, id, revision, "text-" + entries.size(), false));
    }

    private void end(Entry row, boolean erases) {
        append(row.owner(), row.id(), 0, null, erases);
        live.remove(row.id());
        ended.add(row.id());
    }

    private Entry append(String owner, String id, int revision, @Nullable String text, boolean erases) {
        int partition = Integer.parseInt(owner) % PARTITIONS;
        long offset = ends.merge(partition, 1L, Long::sum) - 1;
        Entry entry = new Entry(partition, offset, now, owner, id, revision, text, erases);
        entries.add(entry);
        return entry;
    }

    private String owner() {
        return Integer.toString(random.nextInt(OWNERS));
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
