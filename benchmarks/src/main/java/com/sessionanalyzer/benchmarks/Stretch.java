package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How a process went through {@code session-records}: from when a fifth was committed, so that neither its start nor its first
 * compilations count, until all of it was.
 *
 * @param perSecond          records
 * @param cpuPerMillion      seconds of a core that it took for a million of them
 * @param otherCpuPerMillion and what it works with took for them
 */
record Stretch(double perSecond, double cpuPerMillion, double otherCpuPerMillion) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WARM_UP_SHARE = 5;
    private static final double MILLION = 1e6;

    /** Waits until the process, which commits by this group, is at the end. */
    static Stretch of(StartedJvm process, String group, CommittedOffsets offsets, Cpu other)
            throws IOException, InterruptedException {
        long all = offsets.end();
        Moment start = await(0, process, group, offsets, other);
        Moment warm = await(all / WARM_UP_SHARE, process, group, offsets, other);
        Moment end = await(all, process, group, offsets, other);
        return between(warm.committed < end.committed ? warm : start, end);
    }

    private static Moment await(long least, StartedJvm process, String group, CommittedOffsets offsets, Cpu other)
            throws IOException, InterruptedException {
        process.await(() -> offsets.of(group) >= least, PATIENCE);
        return new Moment(offsets.of(group), System.nanoTime(), process.spent().cpuSeconds(), other.seconds());
    }

    private static Stretch between(Moment begin, Moment end) {
        double records = end.committed - begin.committed;
        return new Stretch(
                records / ((end.nanos - begin.nanos) / 1e9),
                (end.cpu - begin.cpu) / records * MILLION,
                (end.otherCpu - begin.otherCpu) / records * MILLION);
    }

    /** What all repeats gave, and what the two processes are called. */
    static Measured measured(String name, List<Stretch> repeats, String process, String other) {
        return new Measured(name, each(repeats, Stretch::perSecond), Map.of())
                .with(
                        "cpuSecondsPerMillion",
                        Map.of(
                                process,
                                median(each(repeats, Stretch::cpuPerMillion)),
                                other,
                                median(each(repeats, Stretch::otherCpuPerMillion))));
    }

    private static List<Double> each(List<Stretch> repeats, ToDoubleFunction<Stretch> value) {
        return repeats.stream().mapToDouble(value).boxed().toList();
    }

    private static double median(List<Double> values) {
        return Math.round(new Measured("", values, Map.of()).median() * 100) / 100.0;
    }

    /** Seconds of a core that something has taken until now. */
    @FunctionalInterface
    interface Cpu {
        double seconds() throws IOException;
    }

    /** How far it was at a moment, and what it had taken. */
    private record Moment(long committed, long nanos, double cpu, double otherCpu) {}
}
