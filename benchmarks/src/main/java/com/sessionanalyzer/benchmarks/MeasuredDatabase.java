package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.embedded.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** The product's database with the product's tables and indexes, and all that is durable turned on. */
final class MeasuredDatabase implements AutoCloseable {

    private static final String TABLE = "session_record";

    private final Path directory;
    private final EmbeddedDatabase server;
    private final HikariDataSource connections = new HikariDataSource();

    private MeasuredDatabase(Path directory) {
        this.directory = directory;
        this.server = EmbeddedDatabase.start(directory, 0);
        connections.setJdbcUrl(server.jdbcUrl());
        connections.setUsername(server.username());
        connections.setPassword(server.password());
        Flyway.configure()
                .dataSource(connections)
                .locations("classpath:db/migration/session")
                .load()
                .migrate();
    }

    static MeasuredDatabase start(Path directory) {
        return new MeasuredDatabase(directory);
    }

    DataSource connections() {
        return connections;
    }

    String url() {
        return server.jdbcUrl();
    }

    String username() {
        return server.username();
    }

    String password() {
        return server.password();
    }

    void empty() throws SQLException {
        execute("truncate " + TABLE + ", session_version, session_deletion, projection_offset, session_search_block,"
                + " session_search_progress, session_search_left");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long rows() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery("select count(*) from " + TABLE)) {
            counted.next();
            return counted.getLong(1);
        }
    }

    /** Writes all rows to a file in the binary form of COPY. */
    void copyOut(Path file) throws SQLException, IOException {
        try (Connection connection = connections.getConnection();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + TABLE + " to stdout (format binary)", out);
        }
    }

    /** Reads rows from such a file; how many. */
    long copyIn(Path file) throws SQLException, IOException {
        try (Connection connection = connections.getConnection();
                InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + TABLE + " from stdin (format binary)", in);
        }
    }

    /** Seconds of a core that the server's processes have taken until now. */
    double cpuSeconds() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(directory.resolve("data").resolve("postmaster.pid"))
                .get(0)
                .strip());
        return ProcessHandle.of(pid).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
                .mapToDouble(process -> new Spent(process).cpuSeconds())
                .filter(Double::isFinite)
                .sum();
    }

    @Override
    public void close() {
        connections.close();
        server.close();
    }
}
