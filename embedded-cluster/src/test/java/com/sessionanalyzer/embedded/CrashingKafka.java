package com.sessionanalyzer.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** A process with a broker and with clients that commit one transaction after the other, until it is killed. */
final class CrashingKafka {

    static final String TOPIC = "committed";
    static final int PARTITIONS = 4;
    static final int CLIENTS = 6;

    private static final int TRANSACTIONS_BEFORE_A_WORD = 20;

    private CrashingKafka() {}

    public static void main(String[] arguments) throws ExecutionException, InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
        for (int client = 0; client < CLIENTS; client++) {
            String name = "client-" + client;
            new Thread(() -> commitForever(kafka.bootstrapServers(), name), name).start();
        }
    }

    /** Ends what a client of this name left open. */
    static void comeBack(String bootstrapServers, String name) {
        try (KafkaProducer<String, String> producer = producer(bootstrapServers, name)) {
            producer.initTransactions();
        }
    }

    private static KafkaProducer<String, String> producer(String bootstrapServers, String name) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", name),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void commitForever(String bootstrapServers, String name) {
        try (KafkaProducer<String, String> producer = producer(bootstrapServers, name)) {
            producer.initTransactions();
            for (int transaction = 1; true; transaction++) {
                producer.beginTransaction();
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    Future<RecordMetadata> unused =
                            producer.send(new ProducerRecord<>(TOPIC, partition, name, "" + transaction));
                }
                producer.commitTransaction();
                if (transaction % TRANSACTIONS_BEFORE_A_WORD == 0) {
                    System.out.println(name + " " + transaction);
                }
            }
        }
    }
}
