package com.sessionanalyzer.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Single posts over 64 connections, each answered when the broker has it. Then the same requests to an endpoint of Spring MVC
 * that does nothing, and to one of Netty that reads the record and sends it: what the frame costs, and what the work costs.
 */
final class PostStage implements Stage {

    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name() {
        return "posts";
    }

    @Override
    public String description() {
        return "seconds of wrk with single posts; then to bare Spring MVC, and to Netty with the same work";
    }

    @Override
    public long usualRecords() {
        return 200_000;
    }

    @Override
    public boolean isPossible() {
        return Wrk.isThere();
    }

    @Override
    public List<Measured> run(Setting setting) throws IOException, InterruptedException {
        List<Measured> ours;
        List<Measured> netty;
        try (Instance instance = setting.starter().start();
                PostedTo raw = PostedTo.start(RawPosts.class, setting, instance.bootstrapServers())) {
            ours = measured("posts", new Wrk(instance.url()), setting, instance);
            netty = measured("netty", new Wrk(raw.url()), setting, raw);
        }
        List<Measured> mvc;
        try (PostedTo bare = PostedTo.start(BareMvc.class, setting, "")) {
            mvc = measured("spring mvc", new Wrk(bare.url()), setting, bare);
        }
        List<Measured> all = new ArrayList<>();
        all.add(ours.get(0).comparedWith(netty.get(0)).comparedWith(mvc.get(0)));
        all.addAll(ours.subList(1, ours.size()));
        all.addAll(netty);
        all.addAll(mvc);
        return all;
    }

    /** The rate first, and then how long an answer took. */
    private static List<Measured> measured(String name, Wrk wrk, Setting setting, Processes processes)
            throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        Costs costs = new Costs(processes);
        Path requests = Files.createTempDirectory("csa-bench-posts");
        long answered = 0;
        wrk.awaitFirstAnswer();
        try {
            for (int i = -setting.warmUps(); i < setting.repeats(); i++) {
                costs.resume();
                Wrk.Said said = wrk.post(setting.records(), requests);
                if (i >= 0) {
                    costs.pause();
                    answered += said.answered();
                    rates.add(said.answered() * NANOS_PER_SECOND / said.nanos());
                    slowest.add(said.p99Millis());
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(requests);
        }
        return List.of(
                new Measured(name, rates, costs.perMillion(answered)),
                new Measured(name + ", p99", Measured.MILLIS, slowest, Map.of()));
    }
}
