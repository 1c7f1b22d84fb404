package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;

/**
 * The obvious topology: a table of records, grouped by each of five dimensions, with an adder and a subtractor. It counts no
 * cells, no minutes apart, no distinct customers and no routes, which the product does.
 */
final class CountingByDsl {

    static final String APPLICATION_ID = "benchmark-dsl";

    private static final Serde<String> TEXT = Serdes.String();
    private static final Serde<long[]> SUMS = Serdes.serdeFrom(
            (topic, sums) -> sums == null
                    ? null
                    : ByteBuffer.allocate(4 * Long.BYTES)
                            .putLong(sums[0])
                            .putLong(sums[1])
                            .putLong(sums[2])
                            .putLong(sums[3])
                            .array(),
            (topic, bytes) -> {
                if (bytes == null) {
                    return null;
                }
                ByteBuffer in = ByteBuffer.wrap(bytes);
                return new long[] {in.getLong(), in.getLong(), in.getLong(), in.getLong()};
            });
    private static final Serde<SessionRecord> RECORD = Serdes.serdeFrom(
            (topic, record) -> record == null ? null : SessionRecordCodec.encode(record),
            (topic, bytes) -> bytes == null ? null : SessionRecordCodec.decode(bytes));

    private CountingByDsl() {}

    public static void main(String[] arguments) {
        StreamsBuilder builder = new StreamsBuilder();
        KTable<String, SessionRecord> records =
                builder.table(SessionTopics.RECORDS, Consumed.with(TEXT, RECORD), Materialized.with(TEXT, RECORD));
        count(records, "day", record -> record.localDay().toString());
        count(records, "region", SessionRecord::region);
        count(records, "source", SessionRecord::source);
        count(records, "destination", SessionRecord::destination);
        count(records, "customer", record -> record.customer().key());
        PlainStreams.run(APPLICATION_ID, builder.build(), arguments);
    }

    private static void count(
            KTable<String, SessionRecord> records, String name, Function<SessionRecord, String> dimension) {
        records.groupBy(
                        (key, record) -> KeyValue.pair(dimension.apply(record), measures(record)),
                        Grouped.with(name, TEXT, SUMS))
                .aggregate(
                        () -> new long[4],
                        (key, added, sums) -> sum(sums, added, 1),
                        (key, left, sums) -> sum(sums, left, -1),
                        Materialized.with(TEXT, SUMS));
    }

    private static long[] measures(SessionRecord record) {
        Integer minutes = record.minutes();
        return minutes == null
                ? new long[] {1, record.sessions(), 0, 0}
                : new long[] {1, record.sessions(), 1, minutes};
    }

    private static long[] sum(long[] sums, long[] difference, int sign) {
        long[] result = sums.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] += sign * difference[i];
        }
        return result;
    }
}
