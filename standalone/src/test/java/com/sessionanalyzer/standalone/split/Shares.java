package com.sessionanalyzer.standalone.split;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;

/** How consumer groups have shared partitions out, and makes them do it again. */
final class Shares implements AutoCloseable {

    private final Admin admin;

    Shares(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Partitions per instance; a thread's number after an instance's name is left out. */
    Map<String, Integer> of(String group) {
        ConsumerGroupDescription described = await(
                group,
                requireNonNull(admin.describeConsumerGroups(List.of(group))
                        .describedGroups()
                        .get(group)));
        return described.members().stream()
                .filter(member -> !member.assignment().topicPartitions().isEmpty())
                .collect(toMap(
                        Shares::instance,
                        member -> member.assignment().topicPartitions().size(),
                        Integer::sum,
                        TreeMap::new));
    }

    /** Throws every member out, which none knows before it looks or commits, so that all join anew. */
    void shareOutAgain(String group) {
        await(
                group,
                admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all());
    }

    private static <T> T await(String group, KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the group " + group + " is not what it should be", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String instance(MemberDescription member) {
        return member.groupInstanceId().orElseThrow().replaceFirst("^csa-", "").replaceFirst("-\\d+$", "");
    }

    @Override
    public void close() {
        admin.close();
    }
}
