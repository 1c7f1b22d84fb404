package com.sessionanalyzer.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Does work in a transaction: all of it, or nothing. */
record Transactions(DataSource database) {

    <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                rollback(connection, failed);
                throw failed;
            }
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException connectionLost) {
            cause.addSuppressed(connectionLost);
        }
    }

    /** What is done within a transaction. */
    @FunctionalInterface
    interface Work<T> {

        T in(Connection connection) throws SQLException;
    }
}
