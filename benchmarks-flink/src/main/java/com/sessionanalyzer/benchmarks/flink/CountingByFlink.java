package com.sessionanalyzer.benchmarks.flink;

import com.sessionanalyzer.schema.session.SessionTopics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The same aggregates with the same semantics of ids, exactly once, in a cluster within this process: records by customer,
 * each against the version before it, then what moves by aggregate; both emit what changed at most once a second.
 */
final class CountingByFlink {

    private static final String GROUP = "benchmark-flink";
    private static final String CUBE = "flink-cube";
    private static final String CUSTOMERS = "flink-customers";
    private static final int PARTITIONS = 6;
    private static final int PARALLELISM = 2;
    private static final long CHECKPOINT_MILLIS = 1_000;

    private CountingByFlink() {}

    /** Counts on a broker, with checkpoints in a directory, until it is ended. */
    public static void main(String[] arguments) throws Exception {
        makeTopics(arguments[0]);
        Configuration settings = new Configuration();
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                Path.of(arguments[1]).toAbsolutePath().toUri().toString());
        settings.setString("execution.checkpointing.storage", "filesystem");
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, settings);
        flink.enableCheckpointing(CHECKPOINT_MILLIS, CheckpointingMode.EXACTLY_ONCE);
        flink.getConfig().enableObjectReuse();

        DataStream<Message> records =
                flink.fromSource(source(arguments[0]), WatermarkStrategy.noWatermarks(), "session-records");
        SingleOutputStreamOperator<Moved> moved =
                records.keyBy(CountingByFlink::customer).process(new CustomerFold());
        moved.getSideOutput(CustomerFold.CUSTOMERS).sinkTo(sink(arguments[0], CUSTOMERS));
        moved.keyBy(each -> each.aggregate).process(new AggregateFold()).sinkTo(sink(arguments[0], CUBE));
        flink.execute(GROUP);
    }

    /** The broker makes none by itself. */
    private static void makeTopics(String bootstrapServers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(Stream.of(CUBE, CUSTOMERS)
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private static String customer(Message message) {
        String key = new String(message.key, StandardCharsets.UTF_8);
        return key.substring(0, key.lastIndexOf('\t'));
    }

    private static KafkaSource<Message> source(String bootstrapServers) {
        return KafkaSource.<Message>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(SessionTopics.RECORDS)
                .setGroupId(GROUP)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new Messages())
                .build();
    }

    private static KafkaSink<Message> sink(String bootstrapServers, String topic) {
        return KafkaSink.<Message>builder()
                .setBootstrapServers(bootstrapServers)
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(topic)
                .setProperty("transaction.timeout.ms", "60000")
                .setProperty("compression.type", "lz4")
                .setProperty("batch.size", "131072")
                .setRecordSerializer((KafkaRecordSerializationSchema<Message>)
                        (message, context, timestamp) -> new ProducerRecord<>(topic, message.key, message.value))
                .build();
    }

    /** Keys and values as they are. */
    private static final class Messages implements KafkaRecordDeserializationSchema<Message> {

        private static final long serialVersionUID = 1;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Message> out) {
            out.collect(new Message(record.key(), record.value()));
        }

        @Override
        public TypeInformation<Message> getProducedType() {
            return TypeInformation.of(Message.class);
        }
    }
}
