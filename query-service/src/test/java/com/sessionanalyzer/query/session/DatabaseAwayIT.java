package com.sessionanalyzer.query.session;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.query.projection.ProjectionsHealth;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.testing.TcpProxy;
import com.sessionanalyzer.testing.TestPostgres;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

/** One service, with a database that is away, silent, slow, read-only and full. */
class DatabaseAwayIT {

    private static final String ORGANIZATION = "database-away";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BOUND = Duration.ofSeconds(6);

    private static String url;
    private static TcpProxy proxy;
    private static RunningQueryService service;
    private static WrittenTopics topics;

    private SessionRecord before;

    @BeforeAll
    static void start() {
        url = TestPostgres.newDatabase();
        proxy = TcpProxy.to(URI.create(url.substring("jdbc:".length())).getPort());
        service = RunningQueryService.start(
                ORGANIZATION,
                url.replaceFirst("//[^/]+/", "//127.0.0.1:" + proxy.port() + "/"),
                "--spring.datasource.hikari.data-source-properties.socketTimeout=3");
        topics = new WrittenTopics();
    }

    @AfterAll
    static void stop() {
        service.close();
        topics.close();
        proxy.close();
    }

    @BeforeEach
    void begin() {
        before = aSession().organization(ORGANIZATION).build();
        assertContained(before, topics.add(before));
    }

    @AfterEach
    void heal() throws SQLException {
        proxy.pass();
        execute("alter database " + name() + " with allow_connections true");
        execute("alter database " + name() + " reset default_transaction_read_only");
        executeIn(url, "drop trigger if exists full_disk on session_record");
        awaitHealth("UP");
    }

    @Test
    void rowsAreUnavailableWhileNumbersAreAnsweredAndComeBackByThemselves() throws SQLException {
        allow(false);
        HttpResponse<String> deletion = service.delete("/api/sessions/" + before.id());
        assertRowsAreUnavailable();
        assertNumbersAreAnswered();
        SessionRecord meanwhile = aSession().organization(ORGANIZATION).build();
        Position written = topics.add(meanwhile);
        allow(true);

        assertThat(deletion.statusCode()).isEqualTo(503);
        assertContained(meanwhile, written);
    }

    @Test
    void aDatabaseThatHangsKeepsNobodyWaiting() {
        proxy.hang();
        assertRowsAreUnavailable();
        assertNumbersAreAnswered();
        SessionRecord meanwhile = aSession().organization(ORGANIZATION).build();
        Position written = topics.add(meanwhile);
        proxy.pass();

        assertContained(meanwhile, written);
    }

    @Test
    void aSlowDatabaseIsWaitedFor() {
        proxy.delay(Duration.ofMillis(20));
        SessionRecord meanwhile = aSession().organization(ORGANIZATION).build();
        Position written = topics.add(meanwhile);

        assertContained(meanwhile, written);
        proxy.pass();
    }

    @Test
    void aReadOnlyDatabaseIsReadAsOfTheTimeBeforeAndThenFilledUp() throws SQLException {
        execute("alter database " + name() + " set default_transaction_read_only = on");
        disconnect();
        SessionRecord meanwhile = aSession().organization(ORGANIZATION).build();
        Position written = topics.add(meanwhile);

        awaitProjections("DEGRADED", "read-only");
        assertContained(before, Position.BEGINNING);
        assertThat(record(meanwhile, Position.BEGINNING).statusCode()).isEqualTo(404);
        assertThat(service.get("/reports", "Accept", "text/html").body()).contains("as of");
        assertNumbersAreAnswered();
        execute("alter database " + name() + " reset default_transaction_read_only");
        disconnect();

        assertContained(meanwhile, written);
    }

    @Test
    void aFullDatabaseIsReadAsOfTheTimeBeforeAndThenFilledUp() throws SQLException {
        executeIn(
                url,
                "create function full_disk() returns trigger language plpgsql as"
                        + " 'begin raise exception ''no space left on device'' using errcode = ''disk_full''; end'");
        executeIn(
                url,
                "create trigger full_disk before insert on session_record"
                        + " for each statement execute function full_disk()");
        SessionRecord meanwhile = aSession().organization(ORGANIZATION).build();
        Position written = topics.add(meanwhile);

        awaitProjections("DEGRADED", "no space left on device");
        assertContained(before, Position.BEGINNING);
        executeIn(url, "drop trigger full_disk on session_record");

        assertContained(meanwhile, written);
    }

    private static void assertRowsAreUnavailable() {
        for (String address : List.of("/api/sessions", "/reports")) {
            long begin = System.nanoTime();
            HttpResponse<String> refused = service.get(address);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(BOUND);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("because the database is away");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Content-Type"))
                    .hasValue(address.startsWith("/api") ? "application/problem+json" : "text/html;charset=UTF-8");
        }
        awaitHealth("DEGRADED");
        assertThat(service.get("/readyz").statusCode()).isEqualTo(200);
    }

    private static void assertNumbersAreAnswered() {
        assertThat(service.get("/api/insights").statusCode()).isEqualTo(200);
        assertThat(service.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
        assertThat(service.get("/insights", "Accept", "text/html").body()).contains("As of");
    }

    private static void assertContained(SessionRecord session, Position written) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(record(session, written).statusCode()).isEqualTo(200));
    }

    private static HttpResponse<String> record(SessionRecord session, Position after) {
        return service.get("/api/sessions/" + session.id() + "?after=" + after);
    }

    private static void awaitHealth(String status) {
        awaitProjections(status, "state");
    }

    private static void awaitProjections(String status, String detail) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Health health = service.bean(ProjectionsHealth.class).health();
            assertThat(health.getStatus().getCode()).isEqualTo(status);
            assertThat(health.getDetails().toString()).contains(detail);
        });
    }

    private static void allow(boolean connections) throws SQLException {
        execute("alter database " + name() + " with allow_connections " + connections);
        disconnect();
    }

    private static void disconnect() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend'"
                + " and datname = '" + name() + "'");
    }

    private static String name() {
        return url.replaceAll("^.*/([^/?]+).*$", "$1");
    }

    private static void execute(String sql) throws SQLException {
        executeIn(TestPostgres.jdbcUrl(), sql);
    }

    private static void executeIn(String database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database, TestPostgres.username(), TestPostgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
