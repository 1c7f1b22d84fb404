package com.sessionanalyzer.testing;

import java.util.concurrent.atomic.AtomicInteger;

/** The database server of this test run, started at first use; tests keep apart by organization or database. */
public final class TestPostgres {

    private static final DatabaseServer POSTGRES = TestRun.keep(TestInfrastructure::database);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    public static String jdbcUrl() {
        return POSTGRES.jdbcUrl();
    }

    public static String username() {
        return POSTGRES.username();
    }

    public static String password() {
        return POSTGRES.password();
    }

    /** The address of an empty database that nobody else uses; user and password are the same. */
    public static String newDatabase() {
        return POSTGRES.createDatabase("test_" + DATABASES.incrementAndGet());
    }
}
