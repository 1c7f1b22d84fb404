package com.sessionanalyzer.standalone.verify;

import com.sessionanalyzer.schema.intake.IntakeCount;
import com.sessionanalyzer.schema.intake.IntakeLogTopics;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Compares what the way in has counted with what is in the topics, in the cube and in the database. Under traffic it looks
 * again until the counts are the same before and after; what is still different when they have been the same for some
 * seconds is different.
 */
final class Bookkeeping {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Addresses addresses;
    private final HttpClient http;
    private final Consumer<String> say;
    private final Differences differences;
    private final boolean rowsAreThere;
    private final IntakeTotals totals;
    private final LiveKeys records;
    private final LiveKeys rejections;

    /**
     * Of an instance.
     *
     * @param rowsAreThere whether the rows contain what the log does; otherwise the other places are compared without them
     */
    Bookkeeping(
            Addresses addresses, HttpClient http, Consumer<String> say, Differences differences, boolean rowsAreThere) {
        this.addresses = addresses;
        this.http = http;
        this.say = say;
        this.differences = differences;
        this.rowsAreThere = rowsAreThere;
        this.totals = new IntakeTotals(addresses.organization());
        this.records = LiveKeys.ofRecords(addresses.organization());
        this.rejections = LiveKeys.ofRejections(addresses.organization());
    }

    /**
     * Compares, says each equation with both sides, and counts those that do not hold.
     *
     * @throws CannotCompareException when so much comes in that the counts never stand still
     */
    void compare() throws SQLException {
        try (RecordLog counts = RecordLog.open(addresses.bootstrapServers(), IntakeLogTopics.COUNTS);
                RecordLog recordLog = RecordLog.open(addresses.bootstrapServers(), SessionTopics.RECORDS);
                RecordLog rejectionLog = RecordLog.open(addresses.bootstrapServers(), SessionTopics.REJECTIONS)) {
            long begin = System.nanoTime();
            Map<String, IntakeCount> steady = read(counts);
            long since = begin;
            while (true) {
                recordLog.read(recordLog.ends(), records::apply);
                rejectionLog.read(rejectionLog.ends(), rejections::apply);
                List<Equation> equations = equations(steady);
                Map<String, IntakeCount> now = read(counts);
                boolean stands = now.equals(steady);
                if (stands && (hold(equations) || System.nanoTime() - since > STEADY.toNanos())) {
                    equations.forEach(this::report);
                    return;
                }
                if (!stands) {
                    steady = now;
                    since = System.nanoTime();
                    requireTime(begin);
                }
                Pause.of(PAUSE);
            }
        }
    }

    private static boolean hold(List<Equation> equations) {
        return equations.stream().allMatch(Equation::holds);
    }

    private Map<String, IntakeCount> read(RecordLog counts) {
        counts.read(counts.ends(), totals::apply);
        return totals.perChannel();
    }

    private List<Equation> equations(Map<String, IntakeCount> counts) throws SQLException {
        PipelineCounts counted = PipelineCounts.ask(http, addresses.url());
        Map<String, Long> recordRows;
        RejectionCounts rejected;
        try (DatabaseRows rows = DatabaseRows.open(addresses)) {
            recordRows = rows.countByChannel("session_record", addresses.organization());
            rejected = new RejectionCounts(
                    rejections.counts(),
                    rows.countByChannel("session_rejection", addresses.organization()),
                    rows.erasedRejections(addresses.organization()));
        }
        Map<String, Long> inLog = records.counts();
        TreeSet<String> channels = new TreeSet<>(counts.keySet());
        List.of(inLog, rejected.log(), recordRows, rejected.rows(), counted.ledger())
                .forEach(found -> channels.addAll(found.keySet()));
        List<Equation> equations = new ArrayList<>();
        long live = 0;
        for (String channel : channels) {
            IntakeCount count = counts.getOrDefault(channel, IntakeCount.NONE);
            live += count.recorded() - count.deleted();
            SortedMap<String, Long> places = new TreeMap<>(Map.of(
                    "records in the log", inLog.getOrDefault(channel, 0L),
                    "records in the ledger", counted.ledger().getOrDefault(channel, 0L)));
            if (rowsAreThere) {
                places.put("rows", recordRows.getOrDefault(channel, 0L));
            }
            equations.addAll(ofChannel(channel, count, places));
        }
        rejected.equations(channels, counts).forEach(equations::add);
        equations.add(new Equation(
                "all: " + live + " recorded and not deleted",
                live,
                counted.cells() + " records in the cube",
                counted.cells()));
        return equations;
    }

    private static List<Equation> ofChannel(String channel, IntakeCount count, SortedMap<String, Long> places) {
        List<Equation> equations = new ArrayList<>();
        equations.add(new Equation(
                channel + ": " + count.received() + " received",
                count.received(),
                count.recorded() + " recorded + " + count.replayed() + " replayed + " + count.rejected() + " rejected",
                count.recorded() + count.replayed() + count.rejected()));
        places.forEach((place, found) -> equations.add(new Equation(
                channel + ": " + count.recorded() + " recorded − " + count.deleted() + " deleted",
                count.recorded() - count.deleted(),
                found + " " + place,
                found)));
        return equations;
    }

    private void report(Equation equation) {
        say.accept("Books: " + equation.left() + (equation.holds() ? " = " : " ≠ ") + equation.right() + ".");
        if (!equation.holds()) {
            differences.add(
                    "books of " + equation.left() + ", " + equation.right(), equation.expected(), equation.found());
        }
    }

    private static void requireTime(long begin) {
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
            throw new CannotCompareException("So much comes in that the counts did not stand still for a moment in "
                    + PATIENCE.toSeconds() + " seconds.");
        }
    }
}
