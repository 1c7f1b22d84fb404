package com.sessionanalyzer.standalone.rebuild;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.BoundedAdmin;
import com.sessionanalyzer.standalone.instance.PlainFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What Kafka keeps that is counted from the log: the cube, the customers, the changelog behind them and how far the counting
 * group has come. It is forgotten in an order in which every half of it is a state that the services can start from.
 */
final class Aggregates implements AutoCloseable {

    /** After this long a group has given up a member that was stopped or killed. */
    static final Duration STOPPING = Duration.ofSeconds(30);

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final String CHANGELOG_PREFIX = SessionTopics.COUNTING_GROUP + "-";
    private static final String CHANGELOG_SUFFIX = "-changelog";

    private final BoundedAdmin admin;
    private final Duration patience;

    /**
     * @param patience with services that are stopping
     */
    Aggregates(Map<String, Object> connection, Duration patience) {
        this.admin = new BoundedAdmin(connection, TIMEOUT);
        this.patience = patience;
    }

    /** The members that a group still has, by the name they gave themselves. */
    List<String> members(String group) {
        return describe(group)
                .map(description -> description.members().stream()
                        .map(member -> member.groupInstanceId().orElse(member.clientId()) + " at " + member.host())
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    /**
     * Waits until nobody is in the groups: whoever was stopped, or killed, is given up after a while.
     *
     * @throws PlainFailure when somebody stays
     */
    void awaitStopped(Collection<String> groups) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> present = present(groups);
        while (!present.isEmpty() && System.nanoTime() < deadline) {
            pause();
            present = present(groups);
        }
        if (!present.isEmpty()) {
            throw new PlainFailure(
                    "The services must be stopped first; still there: " + String.join(", ", present) + ".");
        }
    }

    /** Lets the group forget members of a process that is known to be gone. */
    void forgetMembers(String group) {
        if (!members(group).isEmpty()) {
            await(
                    admin.calls()
                            .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                            .all(),
                    "forget the members of " + group);
        }
    }

    /**
     * Forgets everything. Without its offsets the group reads the log from the start and counts nothing twice, as long as
     * the changelog says what was counted; that, and what was emitted from it, go together in one request.
     */
    void forget() {
        if (describe(SessionTopics.COUNTING_GROUP).isPresent()) {
            await(
                    admin.calls()
                            .deleteConsumerGroups(List.of(SessionTopics.COUNTING_GROUP))
                            .all(),
                    "delete the group " + SessionTopics.COUNTING_GROUP);
        }
        List<String> derived = derivedTopics();
        if (!derived.isEmpty()) {
            await(admin.calls().deleteTopics(derived).all(), "delete the topics " + derived);
            awaitGone(derived);
        }
    }

    private List<String> derivedTopics() {
        return topics().stream().filter(Aggregates::isDerived).sorted().toList();
    }

    private static boolean isDerived(String topic) {
        return topic.equals(SessionTopics.CUBE)
                || topic.equals(SessionTopics.CUSTOMERS)
                || (topic.startsWith(CHANGELOG_PREFIX) && topic.endsWith(CHANGELOG_SUFFIX));
    }

    private Collection<String> topics() {
        return await(admin.calls().listTopics().names(), "list its topics");
    }

    private void awaitGone(List<String> deleted) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (topics().stream().anyMatch(deleted::contains)) {
            if (System.nanoTime() > deadline) {
                throw new PlainFailure(
                        "Kafka has not deleted " + deleted + " within " + TIMEOUT.toSeconds() + " s; run it again.");
            }
            pause();
        }
    }

    private List<String> present(Collection<String> groups) {
        List<String> present = new ArrayList<>();
        groups.forEach(group -> members(group).forEach(member -> present.add(group + ": " + member)));
        return present;
    }

    private Optional<ConsumerGroupDescription> describe(String group) {
        KafkaFuture<ConsumerGroupDescription> answer = admin.calls()
                .describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group);
        try {
            return Optional.of(admin.await(requireNonNull(answer)));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw refused("describe the group " + group, failed);
        }
    }

    private <T> T await(KafkaFuture<T> answer, String what) {
        try {
            return admin.await(answer);
        } catch (ExecutionException failed) {
            throw refused(what, failed);
        }
    }

    private static PlainFailure refused(String what, ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String hint = cause instanceof UnknownTopicOrPartitionException ? " Run it again." : "";
        return new PlainFailure("Kafka does not " + what + ": " + cause.getMessage() + hint, failed);
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlainFailure("Interrupted; run it again.", interrupted);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
