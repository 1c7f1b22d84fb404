package com.sessionanalyzer.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is away, takes nothing, or is not the one that was written. */
class ProjectionTroubleIT {

    private final ProjectedWords words = new ProjectedWords(1);

    @AfterEach
    void close() {
        words.close();
    }

    @Test
    void waitsForADatabaseThatIsAwayAndThenGoesOn() throws Exception {
        words.start("one");
        words.awaitReached(words.send("a", "1:before"));
        words.execute("alter table word rename to word_away");

        Position last = words.send("b", "1:meanwhile");
        await().during(Duration.ofMillis(500)).until(() -> !words.reached().contains(last));
        words.execute("alter table word_away rename to word");

        words.awaitReached(last);
        assertThat(words.query("select id from word order by id")).containsExactly("a", "b");
    }

    @Test
    void saysWhatIsWrongWhileTheDatabaseTakesNothingAndThenGoesOn() throws Exception {
        words.start("one");
        words.awaitReached(words.send("a", "1:before"));
        words.execute("create function full_disk() returns trigger language plpgsql as"
                + " 'begin raise exception ''could not extend file'' using errcode = ''disk_full''; end'");
        words.execute("create trigger full_disk before insert on word for each statement execute function full_disk()");

        Position last = words.send("b", "1:meanwhile");
        awaitHealth("DEGRADED", "could not extend file");
        words.execute("drop trigger full_disk on word");

        words.awaitReached(last);
        awaitHealth("UP", "working");
        assertThat(words.query("select id from word order by id")).containsExactly("a", "b");
    }

    @Test
    void saysThatTheDatabaseCannotBeUsedAlthoughNothingComes() throws Exception {
        words.start("one");
        words.awaitReached(words.send("a", "1:before"));

        words.execute("alter table projection_offset rename to projection_offset_away");
        awaitHealth("DEGRADED", "projection_offset");
        words.execute("alter table projection_offset_away rename to projection_offset");

        awaitHealth("UP", "working");
    }

    @Test
    void fillsTheTableAgainWhenItsOffsetsAreDeletedWhileItRunsAndNothingComes() throws Exception {
        words.start("one");
        words.send("a", "1:first");
        words.awaitReached(words.send("b", "2:second"));

        words.execute("truncate projection_offset, word");

        await().atMost(ProjectedWords.LONG)
                .untilAsserted(() -> assertThat(words.query("select id from word order by id"))
                        .containsExactly("a", "b"));
    }

    @Test
    void refusesADatabaseOfAnotherCluster() throws Exception {
        words.execute("insert into projection_offset values ('x', 0, 'another', 5, now())");

        assertThatIllegalStateException()
                .isThrownBy(() -> words.newTable())
                .withMessageContaining("filled from Kafka cluster another")
                .withMessageContaining("empty database");
    }

    private void awaitHealth(String status, String detail) {
        await().atMost(ProjectedWords.LONG).untilAsserted(() -> {
            assertThat(words.health().getStatus().getCode()).isEqualTo(status);
            assertThat(String.valueOf(words.health().getDetails().get(words.topic())))
                    .contains(detail);
        });
    }
}
