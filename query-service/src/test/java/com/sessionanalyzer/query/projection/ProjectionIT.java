package com.sessionanalyzer.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.testing.TestKafka;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectionIT {

    private final ProjectedWords words = new ProjectedWords(1);

    @AfterEach
    void close() {
        words.close();
    }

    @Test
    void keepsTheLastValueOfEachKeyAndDeletesWithTombstones() throws Exception {
        words.send("a", "1:old");
        words.send("b", "2:gone");
        words.send("a", "3:new\twith \\N and \0");
        words.send("b", null);
        Position last = words.send("c", null);

        words.start("one");

        words.awaitReached(last);
        assertThat(words.query("select id || text from word")).containsExactly("anew\twith \\N and \u2400");
    }

    @Test
    void keepsWhereInTheTopicEachRowIsFrom() throws Exception {
        words.send("a", "1:old");
        Position last = words.send("a", "2:new");

        words.start("one");

        words.awaitReached(last);
        assertThat(words.query("select partition || '-' || place from word")).containsExactly("0-1");
        assertThat(words.query("select (abs(extract(epoch from now() - at)) < 600)::text from word"))
                .containsExactly("true");
    }

    @Test
    void keepsWhatRemainsOfRowsThatTombstonesDeleted() throws Exception {
        words.start("one");
        words.send("a", "1:first");
        words.awaitReached(words.send("b", "unreadable"));
        Position last = words.send("a", null);
        words.send("b", null);
        words.send("c", "1:shorter than a batch perhaps");
        words.send("c", null);
        Position end = words.send("a", null);

        words.awaitReached(last);
        words.awaitReached(end);
        assertThat(words.query("select id || coalesce(text, '?') || place from gone where id <> 'c' order by id"))
                .containsExactly("afirst6", "b?3");
        assertThat(words.query("select id || place from gone where id = 'c'")).containsExactly("c5");
        assertThat(words.query("select id from word")).isEmpty();
    }

    @Test
    void keepsNothingOfRowsThatBecameUnreadable() throws Exception {
        words.start("one");
        words.awaitReached(words.send("a", "1:first"));

        words.awaitReached(words.send("a", "unreadable"));

        assertThat(words.query("select id from word")).isEmpty();
        assertThat(words.query("select id from gone")).isEmpty();
    }

    @Test
    void leavesOutWhatTheDatabaseRefusesAndNothingElse() throws Exception {
        words.send("a", "1:good");
        words.send("b", "1:was good");
        words.send("b", "99999:beyond smallint");
        words.send("c", "unreadable");
        Position last = words.send("d", "2:good too");

        words.start("one");

        words.awaitReached(last);
        assertThat(words.query("select id from word order by id")).containsExactly("a", "d");
    }

    @Test
    void movesOnOverMarkersOfTransactions() throws Exception {
        words.start("one");
        try (Producer<byte[], byte[]> transactional = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "transactional.id", words.topic()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            transactional.initTransactions();
            transactional.beginTransaction();
            transactional.send(words.record("a", "1:in a transaction")).get();
            transactional.commitTransaction();
        }

        words.awaitReached(Position.of(0, 1));

        assertThat(words.query("select id from word")).containsExactly("a");
        assertThat(words.query("select next_offset || ' ' || last_offset from projection_offset"))
                .containsExactly("2 0");
    }
}
