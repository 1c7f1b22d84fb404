package com.sessionanalyzer.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.kafka.ConsumerLoop;
import com.sessionanalyzer.schema.Position;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers that follow each other, or share their work. */
class ProjectionTakeoverIT {

    private final ProjectedWords words = new ProjectedWords(1);

    @AfterEach
    void close() {
        words.close();
    }

    @Test
    void goesOnWhereAnotherInstanceEnded() throws Exception {
        words.start("one");
        words.awaitReached(words.send("a", "1:first"));
        words.stop();
        Position last = words.send("b", "2:second");

        words.start("another");

        words.awaitReached(last);
        assertThat(words.query("select id from word_log order by id")).containsExactly("a", "b");
    }

    @Test
    void cannotBeMadeToWriteTwiceByAZombie() throws Exception {
        words.start("one");
        words.awaitReached(words.send("a", "1:first"));
        words.execute("update projection_offset set next_offset = 2");
        words.send("skipped", "1:by the other reader");

        Position last = words.send("b", "1:second");

        words.awaitReached(last);
        assertThat(words.query("select id from word_log order by id")).containsExactly("a", "b");
    }

    @Test
    void losesAndDoublesNothingWhileTheWorkIsSharedOutAgainAndAgain() throws Exception {
        words.start("one");
        int written = 0;
        for (int round = 0; round < 3; round++) {
            ConsumerLoop guest = words.reader("guest");
            guest.start();
            for (int i = 0; i < 300; i++) {
                var unused = words.producer().send(words.record("word-" + written++, "1:of round " + round));
            }
            words.producer().flush();
            guest.stop();
        }

        words.awaitReached(words.send("last", "1:last"));

        assertThat(words.query("select count(*)::text from word")).containsExactly(Integer.toString(written + 1));
        assertThat(words.query("select id from word_log group by id having count(*) > 1"))
                .isEmpty();
    }
}
