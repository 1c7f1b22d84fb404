package com.sessionanalyzer.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The official PostgreSQL in a container, with a role for the tests that is no superuser. */
record ContainerDatabase(PostgreSQLContainer container) implements DatabaseServer {

    private static final String SUPERUSER = "postgres";
    private static final String ROLE = "csa";

    static ContainerDatabase start() {
        PostgreSQLContainer container = new PostgreSQLContainer(ContainerEngine.image("postgres"))
                .withUsername(SUPERUSER)
                .withPassword("only-for-tests")
                .withDatabaseName(SUPERUSER);
        container.setCommand("postgres", "-c", "max_connections=300");
        container.start();
        ContainerDatabase database = new ContainerDatabase(container);
        database.execute("create role " + ROLE + " login password '" + database.password() + "'");
        database.createDatabase(ROLE);
        return database;
    }

    @Override
    public String jdbcUrl() {
        return jdbcUrl(ROLE);
    }

    @Override
    public String username() {
        return ROLE;
    }

    @Override
    public String password() {
        return container.getPassword();
    }

    @Override
    public String createDatabase(String name) {
        execute("create database " + name + " owner " + ROLE);
        return jdbcUrl(name);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("the database refuses: " + sql, failed);
        }
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + container.getHost() + ":"
                + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
    }

    @Override
    public void close() {
        container.stop();
    }
}
