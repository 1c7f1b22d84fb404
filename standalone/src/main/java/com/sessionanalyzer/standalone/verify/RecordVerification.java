package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Compares insights and rows with the log of records, each exactly at the position it says it is at, however much comes in meanwhile. */
final class RecordVerification {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Addresses addresses;
    private final HttpClient http;
    private final Path scratch;
    private final Differences differences;
    private final Consumer<String> say;

    /**
     * Of an instance.
     *
     * @param scratch the directory in which log and rows are kept while they are compared
     */
    RecordVerification(
            Addresses addresses, HttpClient http, Path scratch, Differences differences, Consumer<String> say) {
        this.addresses = addresses;
        this.http = http;
        this.scratch = scratch;
        this.differences = differences;
        this.say = say;
    }

    /** Compares whichever of insights and rows contains what the log ends with, and answers whether the rows do. */
    boolean run() throws SQLException {
        try (RecordLog log = RecordLog.open(addresses.bootstrapServers(), SessionTopics.RECORDS)) {
            Map<Integer, Long> ends = log.ends();
            long entries = ends.values().stream().mapToLong(Long::longValue).sum();
            try (Buckets buckets = Buckets.create(scratch, entries)) {
                Position start = log.read(ends, buckets::add);
                InsightsAnswer insights = insightsAfter(start);
                Position rows = readRows(start, buckets);
                log.read(next(positionOf(insights).and(rows == null ? Position.BEGINNING : rows)), buckets::add);
                say.accept("Log: " + buckets.added() + " entries.");
                compare(buckets, insights, rows);
                return rows != null;
            }
        }
    }

    private void compare(Buckets buckets, @Nullable InsightsAnswer insights, @Nullable Position toRows) {
        Position toInsights = positionOf(insights);
        ExpectedInsights expected = new ExpectedInsights();
        Differences ofRows = new Differences();
        RowComparison rows = new RowComparison(ofRows);
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            RecordTable atInsights = RecordTable.empty();
            RecordTable atRows = RecordTable.empty();
            buckets.entries(bucket, entry -> {
                Position at = Position.of(entry.partition(), entry.offset());
                RecordTable.Change change = RecordTable.read(entry);
                if (toInsights.contains(at)) {
                    atInsights.apply(change);
                }
                if (toRows != null && toRows.contains(at)) {
                    atRows.apply(change);
                }
            });
            atInsights.of(addresses.organization()).forEach(expected::add);
            rows.expect(atRows.of(addresses.organization()));
            buckets.rows(bucket, rows::compare);
            rows.endOfBucket();
        }
        if (insights != null) {
            long compared = new JsonComparison(differences).compare(expected.values(), insights.body());
            say.accept("Insights: " + compared + " values over " + expected.records() + " records, at " + toInsights
                    + ".");
        }
        differences.addAll(ofRows);
        if (toRows != null) {
            say.accept("Rows: " + rows.compared() + " rows with " + rows.expected() + " records, at " + toRows + ".");
        }
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

    /** Adds the rows of a moment that contains the position, and answers where it is; null when there is none within a minute, which is said. */
    private @Nullable Position readRows(Position start, Buckets buckets) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (DatabaseRows rows = DatabaseRows.open(addresses)) {
                if (rows.position().contains(start)) {
                    rows.read(addresses.organization(), buckets::add);
                    return rows.position();
                }
                if (isTooLate(deadline, "The rows are", rows.position(), start)) {
                    return null;
                }
            }
            Pause.of(LOOK_AGAIN);
        }
    }

    private boolean isTooLate(long deadline, String what, Position found, Position start) {
        boolean late = System.nanoTime() - deadline > 0;
        if (late) {
            differences.leaveOut(what + " still at " + found + " after a minute, and the log is at " + start + ".");
        }
        return late;
    }

    private static Position positionOf(@Nullable InsightsAnswer insights) {
        return insights == null ? Position.BEGINNING : insights.position();
    }

    private static Map<Integer, Long> next(Position position) {
        Map<Integer, Long> next = new HashMap<>();
        position.offsets().forEach((partition, offset) -> next.put(partition, offset + 1));
        return next;
    }
}
