package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Compares insights and rows with the log, each exactly at the position it says it is at, however much comes in meanwhile. */
final class Verification {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Addresses addresses;
    private final Consumer<String> say;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Differences differences = new Differences();

    Verification(Addresses addresses, Consumer<String> say) {
        this.addresses = addresses;
        this.say = say;
    }

    /**
     * Compares everything and says so.
     *
     * @return what is not equal
     * @throws CannotCompareException when something is not there, or does not catch up within a minute
     */
    Differences run() {
        try {
            compareRecords();
            new Bookkeeping(addresses, http, say, differences).compare();
            new AuditVerification(addresses, differences, say).run();
            return differences;
        } catch (SQLException failed) {
            throw new CannotCompareException(
                    "The database at " + addresses.jdbcUrl() + " cannot be read: " + failed.getMessage() + ".", failed);
        }
    }

    private void compareRecords() throws SQLException {
        try (RecordLog log = RecordLog.open(addresses.bootstrapServers(), SessionTopics.RECORDS)) {
            RecordTable table = RecordTable.empty();
            Position start = log.read(log.ends(), table::apply);
            InsightsAnswer insights = insightsAfter(start);
            try (DatabaseRows rows = rowsAfter(start)) {
                compare(log, table, insights, rows);
            }
        }
    }

    private void compare(RecordLog log, RecordTable table, InsightsAnswer insights, DatabaseRows rows)
            throws SQLException {
        RecordTable atInsights = table.copy();
        RecordTable atRows = table;
        log.read(next(insights.position().and(rows.position())), entry -> {
            Position entryPosition = Position.of(entry.partition(), entry.offset());
            if (insights.position().contains(entryPosition)) {
                atInsights.apply(entry);
            }
            if (rows.position().contains(entryPosition)) {
                atRows.apply(entry);
            }
        });
        compareInsights(atInsights.of(addresses.organization()), insights);
        compareRows(atRows.of(addresses.organization()), rows);
    }

    private void compareInsights(List<SessionRecord> records, InsightsAnswer insights) {
        long compared = new JsonComparison(differences).compare(ExpectedInsights.of(records), insights.body());
        say.accept("Insights: " + compared + " values over " + records.size() + " records, at " + insights.position()
                + ".");
    }

    private void compareRows(List<SessionRecord> records, DatabaseRows rows) throws SQLException {
        RowComparison comparison = new RowComparison(records, differences);
        rows.compare(addresses.organization(), comparison);
        say.accept("Rows: " + comparison.finish() + " rows with " + records.size() + " records, at " + rows.position()
                + ".");
    }

    private InsightsAnswer insightsAfter(Position start) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        InsightsAnswer answer = InsightsAnswer.ask(http, addresses.url(), start);
        while (!answer.position().contains(start)) {
            requireTime(deadline, "The insights are", answer.position(), start);
            answer = InsightsAnswer.ask(http, addresses.url(), start);
        }
        return answer;
    }

    private DatabaseRows rowsAfter(Position start) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        DatabaseRows rows = DatabaseRows.open(addresses);
        while (!rows.position().contains(start)) {
            rows.close();
            requireTime(deadline, "The rows are", rows.position(), start);
            rows = DatabaseRows.open(addresses);
        }
        return rows;
    }

    private static void requireTime(long deadline, String what, Position found, Position start) {
        if (System.nanoTime() - deadline > 0) {
            throw new CannotCompareException(
                    what + " still at " + found + " after a minute, and the log is at " + start + ".");
        }
    }

    private static Map<Integer, Long> next(Position position) {
        Map<Integer, Long> next = new HashMap<>();
        position.offsets().forEach((partition, offset) -> next.put(partition, offset + 1));
        return next;
    }
}
