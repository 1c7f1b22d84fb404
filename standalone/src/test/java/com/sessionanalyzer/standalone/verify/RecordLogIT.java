package com.sessionanalyzer.standalone.verify;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.embedded.EmbeddedKafka;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import com.sessionanalyzer.schema.topic.Topics;
import com.sessionanalyzer.testing.TestRun;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class RecordLogIT {

    /** A broker of its own: here positions in the topics of records are looked at. */
    private static final EmbeddedKafka KAFKA =
            TestRun.keep(directory -> EmbeddedKafka.start(directory.resolve("record-log"), 0));

    private static final String BOOTSTRAP = "bootstrap.servers";

    @Test
    void stopsExactlyWhereItIsToldAndGoesOnFromThere() {
        new Topics(Map.of(BOOTSTRAP, KAFKA.bootstrapServers()), Duration.ofSeconds(10)).ensure(SessionTopics.all(3));
        OrganizationId organization = new OrganizationId("record-log");
        publish(5);
        RecordTable table = RecordTable.empty();

        try (RecordLog log = RecordLog.open(KAFKA.bootstrapServers(), SessionTopics.RECORDS)) {
            Position first = log.read(Map.of(1, 3L), table::apply);
            assertThat(first).isEqualTo(Position.of(1, 2));
            assertThat(table.of(organization)).hasSize(3);

            Position second = log.read(log.ends(), table::apply);
            assertThat(second).isEqualTo(Position.of(1, 4));
            assertThat(table.of(organization)).hasSize(5);
        }
    }

    private static void publish(int count) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(BOOTSTRAP, KAFKA.bootstrapServers()), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                SessionRecord session = aSession().organization("record-log").build();
                ProducerRecord<byte[], byte[]> entry = new ProducerRecord<>(
                        SessionTopics.RECORDS, 1, session.key().encode(), SessionRecordCodec.encode(session));
                assertThat(producer.send(entry)).succeedsWithin(Duration.ofMinutes(1));
            }
        }
    }
}
