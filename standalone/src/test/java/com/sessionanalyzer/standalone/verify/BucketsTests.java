package com.sessionanalyzer.standalone.verify;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketsTests {

    private static final long MANY = 1_000_000;

    @TempDir
    private Path directory;

    @Test
    void bringsEachEntryTogetherWithTheRowOfItsId() {
        List<SessionRecord> sessions =
                Stream.generate(() -> aSession().build()).limit(1_000).toList();
        Map<UUID, String> found = new HashMap<>();

        try (Buckets buckets = Buckets.create(directory, MANY)) {
            sessions.forEach(session -> {
                buckets.add(entry(7, session.key().encode(), SessionRecordCodec.encode(session)));
                buckets.add(session.id(), bytes("row of " + session.id()));
            });
            for (int bucket = 0; bucket < buckets.count(); bucket++) {
                Map<UUID, String> rows = new HashMap<>();
                buckets.rows(bucket, (id, row) -> rows.put(id, new String(row, StandardCharsets.UTF_8)));
                buckets.entries(bucket, entry -> {
                    SessionRecord session = SessionRecordCodec.decode(entry.value());
                    assertThat(entry.key()).isEqualTo(session.key().encode());
                    found.put(session.id(), rows.getOrDefault(session.id(), "not in this bucket"));
                });
            }
            assertThat(buckets.count()).isGreaterThan(1);
            assertThat(buckets.added()).isEqualTo(sessions.size());
        }

        assertThat(found).hasSize(sessions.size());
        found.forEach((id, row) -> assertThat(row).isEqualTo("row of " + id));
    }

    @Test
    void keepsTheOrderAndThePlaceOfTheEntriesOfARecord() {
        SessionRecord session = aSession().build();
        byte[] key = session.key().encode();
        List<String> found = new ArrayList<>();

        try (Buckets buckets = Buckets.create(directory, MANY)) {
            buckets.add(entry(1, key, SessionRecordCodec.encode(session)));
            buckets.add(entry(2, key, null));
            buckets.add(entry(5, key, bytes("poison")));
            for (int bucket = 0; bucket < buckets.count(); bucket++) {
                buckets.entries(
                        bucket,
                        entry -> found.add(entry.partition() + "@" + entry.offset() + " "
                                + (entry.value() == null ? "deleted" : entry.value().length)));
            }
        }

        assertThat(found).containsExactly("3@1 " + SessionRecordCodec.encode(session).length, "3@2 deleted", "3@5 6");
    }

    @Test
    void leavesOutWhatHasNoReadableKey() {
        try (Buckets buckets = Buckets.create(directory, 0)) {
            buckets.add(entry(1, null, bytes("value")));
            buckets.add(entry(2, bytes("poison"), bytes("value")));

            assertThat(buckets.added()).isZero();
        }
    }

    @Test
    void leavesNothingBehind() {
        try (Buckets buckets = Buckets.create(directory, MANY)) {
            buckets.add(UUID.randomUUID(), bytes("row"));
        }

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysWhenTheDirectoryCannotBeUsed() {
        assertThatThrownBy(() -> Buckets.create(directory.resolve("missing"), 0))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static ConsumerRecord<byte[], byte[]> entry(long offset, byte @Nullable [] key, byte @Nullable [] value) {
        return new ConsumerRecord<>(SessionTopics.RECORDS, 3, offset, key, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
