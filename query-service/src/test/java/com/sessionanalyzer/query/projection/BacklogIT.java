package com.sessionanalyzer.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.schema.Position;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A projection that is far behind, and writes several partitions at the same time. */
class BacklogIT {

    private static final int PARTITIONS = 4;
    private static final int RECORDS = 60_000;
    private static final int CUTS = 5;

    private final ProjectedWords words = new ProjectedWords(PARTITIONS);

    @AfterEach
    void close() {
        words.close();
    }

    @Test
    void losesAndDoublesNothingWhenItsConnectionsAreCut() {
        Position end = send();
        int connectionsCut = 0;

        words.start("backlog");
        for (int cut = 1; cut <= CUTS; cut++) {
            words.awaitReached(share(end, cut));
            connectionsCut += words.query("select pg_terminate_backend(pid)::text from pg_stat_activity"
                            + " where datname = current_database() and backend_type = 'client backend'"
                            + " and pid <> pg_backend_pid()")
                    .size();
        }
        words.awaitReached(end);

        assertThat(connectionsCut).isPositive();
        assertThat(words.connected().stream().filter(thread -> thread.contains("-lane-")))
                .hasSize(Projection.lanes());
        assertThat(words.query("select count(*)::text from word")).containsExactly(Integer.toString(RECORDS));
        assertThat(words.query("select count(*)::text from word_log")).containsExactly(Integer.toString(RECORDS));
        assertThat(words.query("select id from word where text <> 'word ' || substr(id, 6)"))
                .isEmpty();
    }

    private static Position share(Position end, int cut) {
        TreeMap<Integer, Long> some = new TreeMap<>();
        end.offsets().forEach((partition, last) -> some.put(partition, last * cut / (CUTS + 1)));
        return new Position(some);
    }

    private Position send() {
        TreeMap<Integer, Long> last = new TreeMap<>();
        for (int word = 0; word < RECORDS; word++) {
            var unused = words.producer()
                    .send(
                            new ProducerRecord<>(
                                    words.topic(), word % PARTITIONS, bytes("word-" + word), bytes("1:word " + word)),
                            (sent, failed) -> {
                                if (failed == null) {
                                    last.merge(sent.partition(), sent.offset(), Math::max);
                                }
                            });
        }
        words.producer().flush();
        Position end = new Position(last);
        assertThat(end.offsets().values()).containsOnly((long) RECORDS / PARTITIONS - 1);
        return end;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
