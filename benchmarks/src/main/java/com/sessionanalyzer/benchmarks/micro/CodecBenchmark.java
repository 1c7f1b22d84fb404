package com.sessionanalyzer.benchmarks.micro;

import com.sessionanalyzer.benchmarks.ReviewHistory;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A record as the bytes of the log, and back. */
@State(Scope.Thread)
public class CodecBenchmark {

    private static final int RECORDS = 1 << 10;

    private final SessionRecord[] records = new SessionRecord[RECORDS];
    private final byte[][] encoded = new byte[RECORDS][];
    private int next;

    /** Different ones, as a log has them. */
    public CodecBenchmark() {
        ReviewHistory history = new ReviewHistory(7);
        for (int record = 0; record < RECORDS; record++) {
            records[record] = history.next().newest();
            encoded[record] = SessionRecordCodec.encode(records[record]);
        }
    }

    @Benchmark
    public byte[] encode() {
        return SessionRecordCodec.encode(records[next()]);
    }

    @Benchmark
    public SessionRecord decode() {
        return SessionRecordCodec.decode(encoded[next()]);
    }

    private int next() {
        next = (next + 1) & (RECORDS - 1);
        return next;
    }
}
