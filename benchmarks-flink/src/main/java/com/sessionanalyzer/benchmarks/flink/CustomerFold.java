package com.sessionanalyzer.benchmarks.flink;

import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * A customer's records by id, what they add up to, and how many have each route, region, source and destination. Tells by
 * how much each change moves the cells and the counts of distinct customers, and once a second what is new of the customer.
 */
final class CustomerFold extends KeyedProcessFunction<String, Message, Moved> {

    private static final long serialVersionUID = 1;

    static final OutputTag<Message> CUSTOMERS = new OutputTag<>("customers") {};

    private static final long INTERVAL_MILLIS = 1_000;

    private transient MapState<String, byte[]> ledger;
    private transient MapState<String, Long> parts;
    private transient MapState<String, Boolean> changed;
    private transient ValueState<long[]> activity;

    @Override
    public void open(OpenContext context) {
        ledger = getRuntimeContext().getMapState(new MapStateDescriptor<>("ledger", String.class, byte[].class));
        parts = getRuntimeContext().getMapState(new MapStateDescriptor<>("parts", String.class, Long.class));
        changed = getRuntimeContext().getMapState(new MapStateDescriptor<>("changed", String.class, Boolean.class));
        activity = getRuntimeContext().getState(new ValueStateDescriptor<>("activity", long[].class));
    }

    @Override
    public void processElement(Message message, Context context, Collector<Moved> out) throws Exception {
        String key = new String(message.key, StandardCharsets.UTF_8);
        byte[] last = ledger.get(key);
        if (Arrays.equals(last, message.value)) {
            return;
        }
        if (message.value == null) {
            ledger.remove(key);
        } else {
            ledger.put(key, message.value);
        }
        move(last, -1, out);
        move(message.value, 1, out);
        long now = context.timerService().currentProcessingTime();
        context.timerService().registerProcessingTimeTimer((now / INTERVAL_MILLIS + 1) * INTERVAL_MILLIS);
    }

    private void move(byte @Nullable [] value, int sign, Collector<Moved> out) throws Exception {
        if (value == null) {
            return;
        }
        SessionRecord record = SessionRecordCodec.decode(value);
        Integer minutes = record.minutes();
        String route = record.region() + '\t' + record.source() + '\t' + record.destination();
        out.collect(new Moved(
                "cell\t" + record.localDay().toEpochDay() + '\t' + route,
                sign,
                (long) sign * record.sessions(),
                minutes == null ? 0 : sign,
                minutes == null ? 0 : (long) sign * minutes));
        long[] sums = activity.value() == null ? new long[3] : activity.value();
        count("customers", sums[0], sums[0] + sign, out);
        sums[0] += sign;
        sums[1] += (long) sign * record.sessions();
        sums[2] += minutes == null ? 0 : (long) sign * minutes;
        activity.update(sums);
        changed.put("", true);
        add("route\t" + route, sign);
        changed.put("route\t" + route, true);
        distinct("region\t" + record.region(), sign, out);
        distinct("source\t" + record.source(), sign, out);
        distinct("destination\t" + record.destination(), sign, out);
    }

    private void distinct(String part, int sign, Collector<Moved> out) throws Exception {
        long after = add(part, sign);
        count("customers-by-" + part, after - sign, after, out);
    }

    private static void count(String tally, long before, long after, Collector<Moved> out) {
        if (before == 0 || after == 0) {
            out.collect(new Moved("tally\t" + tally, before == 0 ? 1 : -1, 0, 0, 0));
        }
    }

    private long add(String part, int sign) throws Exception {
        Long before = parts.get(part);
        long after = (before == null ? 0 : before) + sign;
        if (after == 0) {
            parts.remove(part);
        } else {
            parts.put(part, after);
        }
        return after;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Moved> out) throws Exception {
        for (String part : changed.keys()) {
            context.output(
                    CUSTOMERS,
                    new Message((context.getCurrentKey() + '\t' + part).getBytes(StandardCharsets.UTF_8), entry(part)));
        }
        changed.clear();
    }

    private byte @Nullable [] entry(String part) throws Exception {
        if (part.isEmpty()) {
            long[] sums = activity.value();
            return sums[0] == 0
                    ? null
                    : ByteBuffer.allocate(3 * Long.BYTES)
                            .putLong(sums[0])
                            .putLong(sums[1])
                            .putLong(sums[2])
                            .array();
        }
        Long count = parts.get(part);
        return count == null
                ? null
                : ByteBuffer.allocate(Long.BYTES).putLong(count).array();
    }
}
