package com.sessionanalyzer.benchmarks.micro;

import com.sessionanalyzer.benchmarks.Content;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.session.BulkFormat;
import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.Segment;
import com.sessionanalyzer.intake.session.SessionItems;
import com.sessionanalyzer.intake.session.Terms;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The parser: a content is cut into items and read, for each record. */
@State(Scope.Thread)
public class ReadingBenchmark {

    private static final int RECORDS = 1_000;
    private static final Terms TERMS = new Terms(ZoneOffset.UTC, Instant.parse("2026-06-15T12:00:00Z"));

    @Param({"TEXT", "NDJSON", "CSV"})
    public BulkFormat format = BulkFormat.TEXT;

    private byte[] content = {};

    @Setup
    public void write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Content(format, 7).write(RECORDS, out);
        content = out.toByteArray();
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long read() throws IOException {
        long accepted = 0;
        try (SessionItems items = SessionItems.open(format, new ByteArrayInputStream(content), ItemLimits.DEFAULT)) {
            for (Segment segment = items.next(); segment != null; segment = items.next()) {
                accepted += segment.parse(TERMS).stream()
                        .filter(Parsed.Accepted.class::isInstance)
                        .count();
            }
        }
        if (accepted != RECORDS) {
            throw new IllegalStateException(accepted + " of " + RECORDS + " records are valid");
        }
        return accepted;
    }
}
