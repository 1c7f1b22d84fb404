package com.sessionanalyzer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SharedDatabaseIT {

    @Test
    void handsOutDatabasesThatNobodyElseUses() throws SQLException {
        String first = TestPostgres.newDatabase();
        String second = TestPostgres.newDatabase();

        assertThat(first).isNotEqualTo(second);
        try (Connection connection =
                DriverManager.getConnection(second, TestPostgres.username(), TestPostgres.password())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }
}
