package com.sessionanalyzer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class SharedDatabaseIT {

    @Test
    void handsOutDatabasesThatNobodyElseUses() throws SQLException {
        String first = TestPostgres.newDatabase();
        String second = TestPostgres.newDatabase();

        assertThat(first).isNotEqualTo(second);
        try (Connection connection = connect(second)) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void belongsToARoleThatIsNoSuperuser() throws SQLException {
        try (Connection connection = connect(TestPostgres.newDatabase());
                Statement statement = connection.createStatement();
                ResultSet role = statement.executeQuery("select rolsuper from pg_roles where rolname = current_user")) {
            assertThat(role.next()).isTrue();
            assertThat(role.getBoolean(1)).isFalse();
        }
    }

    private static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(database, TestPostgres.username(), TestPostgres.password());
    }
}
