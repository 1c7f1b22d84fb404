package com.sessionanalyzer.benchmarks.flink;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds up what moves a cell or a count of distinct customers, and tells it once a second when it has changed. */
final class AggregateFold extends KeyedProcessFunction<String, Moved, Message> {

    private static final long serialVersionUID = 1;

    private static final long INTERVAL_MILLIS = 1_000;

    private transient ValueState<long[]> sums;

    @Override
    public void open(OpenContext context) {
        sums = getRuntimeContext().getState(new ValueStateDescriptor<>("sums", long[].class));
    }

    @Override
    public void processElement(Moved moved, Context context, Collector<Message> out) throws Exception {
        long[] sum = sums.value() == null ? new long[4] : sums.value();
        sum[0] += moved.records;
        sum[1] += moved.sessions;
        sum[2] += moved.timed;
        sum[3] += moved.minutes;
        sums.update(sum);
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer((now / INTERVAL_MILLIS + 1) * INTERVAL_MILLIS);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Message> out) throws Exception {
        long[] sum = sums.value();
        out.collect(new Message(
                context.getCurrentKey().getBytes(StandardCharsets.UTF_8),
                ByteBuffer.allocate(4 * Long.BYTES)
                        .putLong(sum[0])
                        .putLong(sum[1])
                        .putLong(sum[2])
                        .putLong(sum[3])
                        .array()));
    }
}
