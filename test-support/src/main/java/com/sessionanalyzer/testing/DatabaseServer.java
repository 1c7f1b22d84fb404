package com.sessionanalyzer.testing;

/** A running PostgreSQL, wherever it runs. */
interface DatabaseServer extends AutoCloseable {

    /** The address of a database that is always there. */
    String jdbcUrl();

    /** A role that owns the databases and is no superuser. */
    String username();

    String password();

    /** Makes another, empty database that the same role owns; answers its address. */
    String createDatabase(String name);

    @Override
    void close();
}
