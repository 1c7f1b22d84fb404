package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.benchmarks.micro.CubeBenchmark;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Single steps with JMH, each in a JVM of its own: the parser, the codec, the fold and questions to the cube. */
final class MicroStage implements Stage {

    private static final TimeValue ITERATION = TimeValue.seconds(1);

    @Override
    public String name() {
        return "micro";
    }

    @Override
    public String description() {
        return "parser, codec, fold and cube query alone, in nanoseconds for each record, change or question";
    }

    @Override
    public long usualRecords() {
        return 1_000_000;
    }

    @Override
    public List<Measured> run(Setting setting) {
        try {
            return new Runner(new OptionsBuilder()
                            .include(CubeBenchmark.class.getPackageName())
                            .param("records", Long.toString(setting.records()))
                            .mode(Mode.AverageTime)
                            .timeUnit(TimeUnit.NANOSECONDS)
                            .forks(1)
                            .jvmArgs(setting.javaOptions().toArray(String[]::new))
                            .warmupIterations(setting.warmUps())
                            .warmupTime(ITERATION)
                            .measurementIterations(setting.repeats())
                            .measurementTime(ITERATION)
                            .shouldFailOnError(true)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run().stream().map(MicroStage::measured).toList();
        } catch (RunnerException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Measured measured(RunResult result) {
        BenchmarkParams params = result.getParams();
        String method = params.getBenchmark()
                .substring(CubeBenchmark.class.getPackageName().length() + 1);
        String values = new TreeMap<>(
                        params.getParamsKeys().stream().collect(Collectors.toMap(key -> key, params::getParam)))
                .values().stream().map(value -> " " + value).collect(Collectors.joining());
        List<Double> nanos = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(MicroStage::nanos)
                .toList();
        return new Measured(method + values, "ns", nanos, Map.of());
    }

    private static double nanos(IterationResult iteration) {
        return iteration.getPrimaryResult().getScore();
    }
}
