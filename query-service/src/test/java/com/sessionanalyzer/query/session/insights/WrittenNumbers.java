package com.sessionanalyzer.query.session.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Random records, corrected and deleted in part, in a service and its rows, and filters to ask both for; shared by test classes. */
record WrittenNumbers(RunningQueryService service, RowSql rows, Position written) {

    /** Of its own in each process, for the tests of several share a broker. */
    private static final String ORGANIZATION =
            "equal-numbers-" + ProcessHandle.current().pid();

    private static final long SEED = 20_261_129;
    private static final int RECORDS = 1_200;
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    /** One for all test classes of a process, stopped with it; a second one would write the same records again. */
    private static final class Holder {

        private static final WrittenNumbers NUMBERS = write();
    }

    /** Starts it before the first test that asks for it. */
    static final class Extension implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == WrittenNumbers.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Holder.NUMBERS;
        }
    }

    private static WrittenNumbers write() {
        RandomFilters random = new RandomFilters(SEED, ORGANIZATION, today());
        String database = TestPostgres.newDatabase();
        RunningQueryService service = RunningQueryService.start(ORGANIZATION, database);
        Position written = Position.BEGINNING;
        try (WrittenTopics topics = new WrittenTopics()) {
            List<SessionRecord> records = new ArrayList<>();
            for (int number = 0; number < RECORDS; number++) {
                records.add(random.record());
                written = written.and(topics.add(records.get(number)));
            }
            for (int number = 0; number < RECORDS; number += 3) {
                written = written.and(topics.add(random.corrected(records.get(number))));
            }
            for (int number = 0; number < RECORDS; number += 5) {
                written = written.and(topics.delete(records.get(number)));
            }
            written.offsets().forEach((shard, offset) -> topics.progress(shard, offset, NOON));
        }
        WrittenNumbers numbers = new WrittenNumbers(service, new RowSql(database, ORGANIZATION), written);
        numbers.awaitThem();
        return numbers;
    }

    private void awaitThem() {
        int left = RECORDS - RECORDS / 5;
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(rows.rows()).isEqualTo(left);
            assertThat(json("/api/insights?grain=month&after=" + written)
                            .get("total_records")
                            .asLong())
                    .isEqualTo(left);
        });
    }

    /** So many filters as addresses have them, each with a grouping behind a tab. */
    static Stream<String> filters(int count) {
        RandomFilters filters = new RandomFilters(SEED + 1, ORGANIZATION, today());
        return IntStream.range(0, count)
                .mapToObj(number -> filters.filter() + "\t" + String.join(",", filters.groups()));
    }

    static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    JsonNode json(String path) {
        HttpResponse<String> answer = service.get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    String page(String path) {
        HttpResponse<String> answer = service.get(path, "Accept", "text/html", "Accept-Language", "en-GB");
        assertThat(answer.statusCode()).as("%s %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }
}
