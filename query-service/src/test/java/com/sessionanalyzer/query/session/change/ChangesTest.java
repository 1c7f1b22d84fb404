package com.sessionanalyzer.query.session.change;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.Channel;
import com.sessionanalyzer.schema.session.Origin;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Violation;
import com.sessionanalyzer.testing.SessionRecords;
import com.sessionanalyzer.testing.TestPostgres;
import com.sessionanalyzer.testing.TestRun;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Changes over HTTP; the tests of all themes share one service, one organization and one database. */
abstract class ChangesTest {

    static final String ORGANIZATION = "session-changes";
    static final JsonMapper JSON = new JsonMapper();

    static final String database = TestPostgres.newDatabase();
    static final RunningQueryService service = TestRun.keep(directory -> RunningQueryService.start(
            ORGANIZATION, database, "--csa.query.patience=1s", "--csa.query.merge-interval=2s"));
    static final WrittenTopics topics = TestRun.keep(directory -> new WrittenTopics());

    static SessionRecord add(SessionRecords builder) {
        SessionRecord session = builder.build();
        Position written = topics.add(session);
        await().untilAsserted(() -> assertThat(
                        service.get(path(session) + "?after=" + written).statusCode())
                .isEqualTo(200));
        return session;
    }

    static SessionRejection rejection(String text) {
        return new SessionRejection(
                new OrganizationId(ORGANIZATION),
                aSession().build().id(),
                Instant.parse("2026-03-14T12:00:00Z"),
                new Origin(Channel.TEXT, "", null, 1, null),
                RecordFormat.TEXT,
                text,
                List.of(new Violation("sessions", 1, "", "required", "Sessions is required")),
                null);
    }

    static long rejections() throws SQLException {
        return Long.parseLong(
                rows("select count(*)::text from session_rejection where organization = '" + ORGANIZATION + "'")
                        .get(0));
    }

    static List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(database, TestPostgres.username(), TestPostgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    static String fields(String customer, String region) {
        return String.format(
                Locale.ROOT,
                "{\"customer\":\"%s\",\"region\":\"%s\",\"sessions\":3,\"source\":\"MySQL\",\"destination\":\"BigQuery\"}",
                customer,
                region);
    }

    static String path(SessionRecord session) {
        return "/api/sessions/" + session.id();
    }

    static String etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("none");
    }

    static String position(HttpResponse<String> answer) {
        return answer.headers().firstValue(Position.HEADER).orElseThrow();
    }
}
