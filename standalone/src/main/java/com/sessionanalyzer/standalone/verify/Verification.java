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
import org.jspecify.annotations.Nullable;

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
     * @throws CannotCompareException when something is not there
     */
    Differences run() {
        try {
            boolean rowsAreThere = compareRecords();
            new Bookkeeping(addresses, http, say, differences, rowsAreThere).compare();
            new AuditVerification(addresses, differences, say).run();
            return differences;
        } catch (SQLException failed) {
            throw new CannotCompareException(
                    "The database at " + addresses.jdbcUrl() + " cannot be read: " + failed.getMessage() + ".", failed);
        }
    }

    /** Compares whichever of insights and rows contains what the log ends with, and answers whether the rows do. */
    private boolean compareRecords() throws SQLException {
        try (RecordLog log = RecordLog.open(addresses.bootstrapServers(), SessionTopics.RECORDS)) {
            RecordTable table = RecordTable.empty();
            Position start = log.read(log.ends(), table::apply);
            InsightsAnswer insights = insightsAfter(start);
            try (DatabaseRows rows = rowsAfter(start)) {
                compare(log, table, insights, rows);
                return rows != null;
            }
        }
    }

    private void compare(
            RecordLog log, RecordTable table, @Nullable InsightsAnswer insights, @Nullable DatabaseRows rows)
            throws SQLException {
        RecordTable atInsights = table.copy();
        RecordTable atRows = table;
        Position toInsights = insights == null ? Position.BEGINNING : insights.position();
        Position toRows = rows == null ? Position.BEGINNING : rows.position();
        log.read(next(toInsights.and(toRows)), entry -> {
            Position entryPosition = Position.of(entry.partition(), entry.offset());
            if (toInsights.contains(entryPosition)) {
                atInsights.apply(entry);
            }
            if (toRows.contains(entryPosition)) {
                atRows.apply(entry);
            }
        });
        if (insights != null) {
            compareInsights(atInsights.of(addresses.organization()), insights);
        }
        if (rows != null) {
            compareRows(atRows.of(addresses.organization()), rows);
        }
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

    /** Insights that contain the position; null when they do not within a minute, which is said. */
    private @Nullable InsightsAnswer insightsAfter(Position start) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        InsightsAnswer answer = InsightsAnswer.ask(http, addresses.url(), start);
        while (!answer.position().contains(start)) {
            if (isTooLate(deadline, "The insights are", answer.position(), start)) {
                return null;
            }
            answer = InsightsAnswer.ask(http, addresses.url(), start);
        }
        return answer;
    }

    /** Rows that contain the position; null when they do not within a minute, which is said. */
    private @Nullable DatabaseRows rowsAfter(Position start) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        DatabaseRows rows = DatabaseRows.open(addresses);
        while (!rows.position().contains(start)) {
            rows.close();
            if (isTooLate(deadline, "The rows are", rows.position(), start)) {
                return null;
            }
            rows = DatabaseRows.open(addresses);
        }
        return rows;
    }

    private boolean isTooLate(long deadline, String what, Position found, Position start) {
        boolean late = System.nanoTime() - deadline > 0;
        if (late) {
            differences.leaveOut(what + " still at " + found + " after a minute, and the log is at " + start + ".");
        }
        return late;
    }

    private static Map<Integer, Long> next(Position position) {
        Map<Integer, Long> next = new HashMap<>();
        position.offsets().forEach((partition, offset) -> next.put(partition, offset + 1));
        return next;
    }
}
