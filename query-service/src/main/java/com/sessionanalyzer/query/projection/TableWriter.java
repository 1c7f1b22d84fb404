package com.sessionanalyzer.query.projection;

import com.sessionanalyzer.query.projection.OffsetStore.OffsetMove;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Writes changes of rows and the offsets they lead to in one transaction: all of it, or nothing. */
final class TableWriter {

    private final Transactions transactions;
    private final TableMapping mapping;
    private final OffsetStore offsets;
    private final BatchSql sql;
    private final Appends appends;
    private final Timer copies;
    private final TableLock lock;

    TableWriter(DataSource database, TableMapping mapping, OffsetStore offsets, Timer copies) {
        this.copies = copies;
        this.transactions = new Transactions(database);
        this.mapping = mapping;
        this.offsets = offsets;
        this.sql = BatchSql.of(mapping);
        this.appends = Appends.of(mapping);
        this.lock = new TableLock(mapping.table());
    }

    void write(List<RowChange> changes, Map<Integer, OffsetMove> moves) throws SQLException {
        if (changes.isEmpty()) {
            inTransaction(connection -> {
                offsets.move(connection, moves);
                return changes;
            });
            return;
        }
        if (!mayAppend(changes) || !append(changes, moves)) {
            inTransaction(connection -> {
                lock.take(connection);
                offsets.move(connection, moves);
                apply(connection, changes);
                return changes;
            });
        }
    }

    /** Writes the same, but leaves out the rows that the database refuses; their old versions go. */
    void writeOneByOne(
            List<RowChange> changes,
            Map<Integer, OffsetMove> moves,
            Predicate<SQLException> isRefusal,
            BiConsumer<RowChange, SQLException> refused)
            throws SQLException {
        inTransaction(connection -> {
            lock.take(connection);
            offsets.move(connection, moves);
            for (RowChange change : changes) {
                Savepoint before = connection.setSavepoint();
                try {
                    applyAlone(connection, change);
                } catch (SQLException failed) {
                    if (!isRefusal.test(failed)) {
                        throw failed;
                    }
                    connection.rollback(before);
                    refused.accept(change, failed);
                    applyAlone(connection, change.deleting());
                }
            }
            return changes;
        });
    }

    <T> T inTransaction(Transactions.Work<T> work) throws SQLException {
        return transactions.run(work);
    }

    private void apply(Connection connection, List<RowChange> changes) throws SQLException {
        List<List<RowChange>> rounds = Rounds.of(changes, mapping).all();
        try (Statement statement = connection.createStatement()) {
            for (int round = 0; round < rounds.size(); round++) {
                statement.execute(round == 0 ? sql.createStaging() : sql.clearStaging());
                copy(connection, sql.copy(), rounds.get(round), this::staged);
                for (String step : sql.steps()) {
                    statement.execute(step);
                }
            }
            erase(
                    connection,
                    statement,
                    changes.stream().filter(RowChange::erases).toList());
        }
    }

    private void erase(Connection connection, Statement statement, List<RowChange> erasing) throws SQLException {
        if (erasing.isEmpty() || sql.erasures().isEmpty()) {
            return;
        }
        statement.execute(sql.clearStaging());
        copy(connection, sql.copy(), erasing, this::staged);
        for (String step : sql.erasures()) {
            statement.execute(step);
        }
    }

    private boolean mayAppend(List<RowChange> changes) {
        return appends.mayAppend(changes) && Rounds.of(changes, mapping).all().size() == 1;
    }

    /** Whether the rows were all new, so that they and the offsets are in the database; otherwise nothing is changed. */
    private boolean append(List<RowChange> changes, Map<Integer, OffsetMove> moves) throws SQLException {
        try {
            inTransaction(connection -> {
                lock.share(connection);
                offsets.move(connection, moves);
                copy(connection, sql.append(), changes, RowChange::newValues);
                return changes;
            });
            return true;
        } catch (SQLException failed) {
            if (Refusal.ofDuplicate(failed)) {
                return false;
            }
            throw failed;
        }
    }

    private void applyAlone(Connection connection, RowChange change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.createStaging());
            statement.execute(sql.clearStaging());
        }
        apply(connection, List.of(change));
    }

    private void copy(
            Connection connection,
            String statement,
            List<RowChange> changes,
            Function<RowChange, List<@Nullable String>> values)
            throws SQLException {
        CopyText lines = new CopyText(changes.size());
        changes.forEach(change -> lines.line(values.apply(change)));
        try {
            long begun = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, lines.stream());
            copies.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        } catch (IOException failed) {
            throw new SQLException("copying into " + mapping.table() + " failed", failed);
        }
    }

    private List<@Nullable String> staged(RowChange change) {
        List<@Nullable String> values = new ArrayList<>();
        List<@Nullable String> row = change.row();
        if (row != null) {
            values.addAll(row);
        } else {
            mapping.columns().forEach(column -> values.add(stagedOfGone(change, column)));
        }
        values.add(row == null ? "t" : "f");
        values.add(change.erases() ? "t" : "f");
        values.add(change.at().toString());
        return values;
    }

    private @Nullable String stagedOfGone(RowChange change, String column) {
        int key = mapping.keyColumns().indexOf(column);
        int place = place(column);
        if (place >= 0) {
            return change.tombstone() == null
                    ? null
                    : change.tombstone().columns().get(place);
        }
        return key < 0 ? null : change.key().get(key);
    }

    private int place(String column) {
        Remains remains = mapping.remains();
        History history = mapping.history();
        if (remains != null) {
            return remains.place().indexOf(column);
        }
        return history == null ? -1 : history.place().indexOf(column);
    }
}
