package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.benchmarks.PlainRecords.Plain;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The same questions to the same rows in DuckDB, in memory and on all processors, and in PostgreSQL; nothing arrives meanwhile. */
final class OtherDatabases {

    private static final int BLOCK = 1 << 16;

    private final PlainRecords records;
    private final QuestionSql sql;

    OtherDatabases(PlainRecords records, LocalDate today) {
        this.records = records;
        this.sql = new QuestionSql(today);
    }

    List<Measured> duckDb(RandomQuestions random, int repeats, int questions) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(QuestionSql.TABLE);
            fill(connection.unwrap(DuckDBConnection.class));
            return ask("duckdb", statement, random, repeats, questions);
        }
    }

    List<Measured> postgres(Path directory, RandomQuestions random, int repeats, int questions)
            throws SQLException, IOException {
        try (MeasuredDatabase database = MeasuredDatabase.start(directory);
                Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(QuestionSql.TABLE.replace("create table", "create unlogged table"));
            fill(connection.unwrap(PGConnection.class));
            statement.execute("create index on fact (day)");
            statement.execute("vacuum analyze fact");
            return ask("postgres", statement, random, repeats, questions);
        }
    }

    private List<Measured> ask(String name, Statement statement, RandomQuestions random, int repeats, int questions) {
        AskedQuestions asked = new AskedQuestions(question -> rows(statement, sql.of(question)));
        asked.warmUp(random, 2);
        asked.ask(random, repeats, questions);
        return asked.measured(name, 0);
    }

    private static Integer rows(Statement statement, String query) {
        try (ResultSet result = statement.executeQuery(query)) {
            int rows = 0;
            while (result.next()) {
                rows += result.getString(1).isEmpty() ? 0 : 1;
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    private void fill(DuckDBConnection connection) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "fact")) {
            for (int row = 0; row < records.size(); row++) {
                if (records.isThere(row)) {
                    append(appender, records.get(row));
                }
            }
        }
    }

    private static void append(DuckDBAppender appender, Plain plain) throws SQLException {
        appender.beginRow();
        appender.append(LocalDate.ofEpochDay(plain.day()));
        appender.append(plain.region());
        appender.append(plain.source());
        appender.append(plain.destination());
        appender.append(plain.customer());
        appender.append(HighlightChoices.ofNumber(plain.label()));
        if (plain.minutes() > 0) {
            appender.append(plain.minutes());
        } else {
            appender.appendNull();
        }
        appender.append(plain.sessions());
        appender.endRow();
    }

    private void fill(PGConnection connection) throws SQLException {
        CopyIn copy = connection.getCopyAPI().copyIn("copy fact from stdin");
        StringBuilder lines = new StringBuilder();
        for (int row = 0; row < records.size(); row++) {
            if (records.isThere(row)) {
                lines.append(line(records.get(row)));
            }
            if (lines.length() > BLOCK || row == records.size() - 1) {
                byte[] block = lines.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(block, 0, block.length);
                lines.setLength(0);
            }
        }
        copy.endCopy();
    }

    private static String line(Plain plain) {
        return Stream.of(
                        LocalDate.ofEpochDay(plain.day()),
                        plain.region(),
                        plain.source(),
                        plain.destination(),
                        plain.customer(),
                        HighlightChoices.ofNumber(plain.label()),
                        plain.minutes() > 0 ? plain.minutes() : "\\N",
                        plain.sessions())
                .map(Object::toString)
                .collect(Collectors.joining("\t", "", "\n"));
    }
}
