package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseAwayIT {

    private static final String ORGANIZATION = "database-away";

    private final String url = TestPostgres.newDatabase();

    @Test
    void rowsAreUnavailableWhileNumbersAreAnsweredAndComeBackByThemselves() throws SQLException {
        try (RunningQueryService service = RunningQueryService.start(ORGANIZATION, url);
                WrittenTopics topics = new WrittenTopics()) {
            SessionRecord before = aSession().organization(ORGANIZATION).build();
            assertThat(rows(service, topics.add(before)).statusCode()).isEqualTo(200);

            allow(false);
            HttpResponse<String> refused = rows(service, Position.BEGINNING);
            HttpResponse<String> deletion = service.delete("/api/sessions/" + before.id());
            HttpResponse<String> numbers = service.get("/api/insights");
            Position meanwhile =
                    topics.add(aSession().organization(ORGANIZATION).build());
            allow(true);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("/problems/unavailable");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(deletion.statusCode()).isEqualTo(503);
            assertThat(numbers.statusCode()).isEqualTo(200);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                HttpResponse<String> again = rows(service, meanwhile);
                assertThat(again.statusCode()).isEqualTo(200);
                assertThat(again.headers().firstValue("X-Total-Count")).hasValue("2");
            });
        }
    }

    private static HttpResponse<String> rows(RunningQueryService service, Position after) {
        return service.get("/api/sessions?after=" + after);
    }

    private void allow(boolean connections) throws SQLException {
        String name = url.replaceAll("^.*/([^/?]+).*$", "$1");
        try (Connection connection = DriverManager.getConnection(
                        TestPostgres.jdbcUrl(), TestPostgres.username(), TestPostgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name + " with allow_connections " + connections);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
        }
    }
}
