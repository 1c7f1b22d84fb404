package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.query.cube.ShardEntry.Change;
import com.sessionanalyzer.query.cube.ShardEntry.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;

/**
 * Holds back the changes of one shard until every topic has told its part of the same source offset. Where compaction
 * took a topic's progress away, its batch is told together with the next one.
 */
final class Shard<P> {

    private final List<Feed<P>> feeds;

    Shard(int topics) {
        this.feeds = IntStream.range(0, topics).mapToObj(topic -> new Feed<P>()).toList();
    }

    void add(int topic, Change<P> change) {
        feeds.get(topic).open.add(change);
    }

    /**
     * Ends the topic's batch and answers the batches that are now complete, oldest first.
     *
     * @param places where the topic is to be read on after it
     */
    List<Batch<P>> end(int topic, Progress<P> progress, Map<TopicPartition, Long> places) {
        feeds.get(topic).close(progress, places);
        List<Batch<P>> complete = new ArrayList<>();
        while (align()) {
            complete.add(feeds.stream()
                    .map(feed -> feed.closed.remove())
                    .reduce(Batch::then)
                    .orElseThrow());
        }
        return complete;
    }

    private boolean align() {
        while (feeds.stream().noneMatch(feed -> feed.closed.isEmpty())) {
            long furthest = feeds.stream().mapToLong(Feed::offset).max().orElseThrow();
            List<Feed<P>> behind =
                    feeds.stream().filter(feed -> feed.offset() < furthest).toList();
            if (behind.isEmpty()) {
                return true;
            }
            if (!behind.stream().allMatch(Feed::mergeHead)) {
                return false;
            }
        }
        return false;
    }

    /** The batches of one topic. */
    private static final class Feed<P> {

        private final List<Change<P>> open = new ArrayList<>();
        private final Deque<Batch<P>> closed = new ArrayDeque<>();

        private void close(Progress<P> progress, Map<TopicPartition, Long> places) {
            closed.add(
                    new Batch<>(progress.shard(), progress.offset(), progress.asOf(), open, progress.trace(), places));
            open.clear();
        }

        private long offset() {
            return closed.element().offset();
        }

        private boolean mergeHead() {
            if (closed.size() < 2) {
                return false;
            }
            Batch<P> head = closed.remove();
            closed.addFirst(head.then(closed.remove()));
            return true;
        }
    }
}
