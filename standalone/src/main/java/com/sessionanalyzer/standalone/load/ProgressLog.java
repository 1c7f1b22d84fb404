package com.sessionanalyzer.standalone.load;

import com.sessionanalyzer.schema.session.SessionTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** What the loads of a name committed. */
final class ProgressLog {

    /** Progress has one offset, so it needs one partition to keep it under. */
    static final TopicPartition PARTITION = new TopicPartition(SessionTopics.SUBMISSIONS, 0);

    private static final int AT_ONCE = 16;

    private final Admin admin;
    private final LoadName name;

    ProgressLog(Admin admin, LoadName name) {
        this.admin = admin;
        this.name = name;
    }

    /** The progress of each attempt that is not forgotten, without what may still be in a transaction. */
    SortedMap<Integer, Progress> attempts() {
        SortedMap<Integer, Progress> attempts = new TreeMap<>();
        Map<Integer, Progress> found;
        int first = 0;
        do {
            found = read(IntStream.range(first, first + AT_ONCE).boxed().toList(), false);
            attempts.putAll(found);
            first += AT_ONCE;
        } while (!found.isEmpty());
        return attempts;
    }

    /** The progress of one attempt, once no transaction can change it any more; null when it has none. */
    @Nullable
    Progress settled(int attempt) {
        return read(List.of(attempt), true).get(attempt);
    }

    private Map<Integer, Progress> read(List<Integer> attempts, boolean stable) {
        Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
        attempts.forEach(attempt -> groups.put(
                name.group(attempt), new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(PARTITION))));
        ListConsumerGroupOffsetsResult result =
                admin.listConsumerGroupOffsets(groups, new ListConsumerGroupOffsetsOptions().requireStable(stable));
        Map<Integer, Progress> found = new HashMap<>();
        for (int attempt : attempts) {
            OffsetAndMetadata committed = offset(result, name.group(attempt));
            Progress progress = committed == null ? null : Progress.decode(committed);
            if (progress != null) {
                found.put(attempt, progress);
            }
        }
        return found;
    }

    private static @Nullable OffsetAndMetadata offset(ListConsumerGroupOffsetsResult result, String group) {
        try {
            return result.partitionsToOffsetAndMetadata(group).get().get(PARTITION);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(failed);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
    }
}
