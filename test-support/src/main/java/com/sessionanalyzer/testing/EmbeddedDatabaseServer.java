package com.sessionanalyzer.testing;

import com.sessionanalyzer.embedded.EmbeddedDatabase;
import java.nio.file.Path;

/** A PostgreSQL that the JVM of the tests started from binaries of its own. */
record EmbeddedDatabaseServer(EmbeddedDatabase database) implements DatabaseServer {

    static EmbeddedDatabaseServer start(Path directory) {
        return new EmbeddedDatabaseServer(EmbeddedDatabase.start(directory.resolve("postgres"), 0));
    }

    @Override
    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    @Override
    public String username() {
        return database.username();
    }

    @Override
    public String password() {
        return database.password();
    }

    @Override
    public String createDatabase(String name) {
        return database.createDatabase(name);
    }

    @Override
    public void close() {
        database.close();
    }
}
