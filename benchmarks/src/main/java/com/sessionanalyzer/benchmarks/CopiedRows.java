package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bare COPY of rows that the table has had, in binary and one transaction. */
final class CopiedRows {

    private final MeasuredDatabase database;
    private final Path file;
    private final List<Double> rates = new ArrayList<>();
    private double server;
    private long rows;

    /**
     * @param file where the rows are meanwhile
     */
    CopiedRows(MeasuredDatabase database, Path file) {
        this.database = database;
        this.file = file;
    }

    /** Takes the rows that the table has out of it, and copies them into it again. */
    void measure(boolean counts) throws IOException, SQLException {
        database.copyOut(file);
        database.empty();
        double before = database.cpuSeconds();
        long began = System.nanoTime();
        rows = database.copyIn(file);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (counts) {
            rates.add(rows / seconds);
            server += database.cpuSeconds() - before;
        }
    }

    /** How many were copied the last time. */
    long rows() {
        return rows;
    }

    Measured measured() {
        return new Measured(
                "bare COPY, one transaction",
                rates,
                Costs.perMillion(Map.of("postgres", server), (double) rows * rates.size()));
    }
}
