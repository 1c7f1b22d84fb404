package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server on kept, durably written data, reachable from the loopback address only and with a generated password
 * only. A server that a killed process left behind is stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String USER = "csa";
    private static final String DATABASE = "csa";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final PostgresServer server;
    private final int port;
    private final String password;
    private @Nullable PostgresKeeper keeper;

    private EmbeddedDatabase(PostgresServer server, int port, String password) {
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server on the data of the directory, which is made when it is missing, and returns when it is ready.
     *
     * @param port 0 for any free one
     * @throws EmbeddedStartException when the port is in use, or the directory cannot be used
     */
    public static EmbeddedDatabase start(Path directory, int port) {
        return start(directory, directory.resolve("programs"), port);
    }

    static EmbeddedDatabase start(Path directory, Path programs, int port) {
        try {
            Path home = Files.createDirectories(directory).toAbsolutePath();
            PostgresServer server = new PostgresServer(
                    PostgresBinaries.in(programs.toAbsolutePath()), home.resolve("data"), home.resolve("postgres.log"));
            server.stop();
            int serverPort = LoopbackPort.claim(port, "PostgreSQL");
            EmbeddedDatabase database = new EmbeddedDatabase(server, serverPort, Password.in(home.resolve("password")));
            database.start(home.resolve("password"));
            return database;
        } catch (IOException | SQLException failed) {
            throw new EmbeddedStartException(
                    "PostgreSQL cannot start in " + directory + ": " + Causes.first(failed) + ".", failed);
        }
    }

    /** Stops the server that a killed process left behind on the directory, if there is one. */
    public static void stopOrphan(Path directory) {
        try {
            if (Files.isDirectory(directory)) {
                server(directory.toAbsolutePath(), directory.resolve("programs"))
                        .stop();
            }
        } catch (IOException failed) {
            throw new EmbeddedStartException(
                    "PostgreSQL cannot be stopped in " + directory + ": " + Causes.first(failed) + ".", failed);
        }
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    /** The role that owns the database; it is no superuser. */
    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Makes another, empty database that the same role owns, unless there is one of that name; answers its address. */
    public String createDatabase(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("database must be a lower-case word, was '" + name + "'");
        }
        try {
            own(name);
        } catch (SQLException failed) {
            throw new IllegalStateException("cannot create database " + name + ": " + failed.getMessage(), failed);
        }
        return jdbcUrl(name);
    }

    /** From now on starts the server again whenever its process ends by itself. */
    public synchronized EmbeddedDatabase keepRunning() {
        if (keeper == null) {
            keeper = new PostgresKeeper(server, port);
        }
        return this;
    }

    /** Stops the server, if it has not ended by itself. */
    @Override
    public synchronized void close() {
        if (keeper != null) {
            keeper.close();
            keeper = null;
        }
        try {
            server.stop();
        } catch (IOException failed) {
            throw new IllegalStateException("PostgreSQL did not stop: " + Causes.first(failed), failed);
        }
    }

    private static PostgresServer server(Path home, Path programs) throws IOException {
        return new PostgresServer(
                PostgresBinaries.in(programs.toAbsolutePath()), home.resolve("data"), home.resolve("postgres.log"));
    }

    private void start(Path passwordFile) throws IOException, SQLException {
        if (server.isNew()) {
            server.initialize(SUPERUSER, passwordFile);
        }
        server.start(port);
        own(DATABASE);
    }

    private void own(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "pg_roles where rolname = '" + USER + "'")) {
                statement.execute("create role " + USER + " login password '" + password + "'");
            }
            if (isMissing(statement, "pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + database + " owner " + USER);
            }
        }
    }

    private static boolean isMissing(Statement statement, String what) throws SQLException {
        return !statement.executeQuery("select 1 from " + what).next();
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + LoopbackPort.ADDRESS + ":" + port + "/" + database;
    }
}
