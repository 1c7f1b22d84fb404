package com.sessionanalyzer.torture.simulation;

import com.sessionanalyzer.query.projection.SimulatedTable.Weakness;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One run from a seed: records come while shards count, commit and crash, a reader of the cube takes entries in any order
 * between partitions and is started anew from compacted topics, and the projection is cut off, rebalanced and overtaken.
 * After any step what is shown is what the log says up to where it says it is.
 */
public final class Simulation {

    private static final int PARTITIONS = 2;
    private static final int MOST_STEPS = 10_000;

    private final Random random;
    private final SourceLog source = new SourceLog(PARTITIONS);
    private final History history;
    private final List<SimulatedShard> shards = new ArrayList<>();
    private final CubeReader cube;
    private final RowsReader rows;
    private final List<String> findings = new ArrayList<>();
    private final int events;
    private int happened;
    private int steps;
    private boolean calm;
    private boolean finished;

    public Simulation(long seed, Fault fault) {
        this.random = new Random(seed);
        this.history = new History(source, random);
        this.events = 5 + random.nextInt(26);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            shards.add(new SimulatedShard(partition, source, fault));
        }
        this.cube = new CubeReader(source, shards, random, findings::add);
        this.rows = new RowsReader(source, random, weakness(fault), findings::add);
    }

    private static Weakness weakness(Fault fault) {
        return switch (fault) {
            case REVISIONS_IGNORED -> Weakness.IGNORES_VERSIONS;
            case OFFSETS_BEFORE_ROWS -> Weakness.MOVES_OFFSETS_FIRST;
            default -> Weakness.NONE;
        };
    }

    /** What is wrong; empty when nothing is. */
    public List<String> run() {
        try {
            while (goesOn()) {
                rows.live(this::step);
            }
            if (findings.isEmpty()) {
                cube.compareEnd();
                rows.compareEnd();
            }
        } catch (RuntimeException failed) {
            findings.add("it failed with " + failed + (failed.getCause() == null ? "" : ", for " + failed.getCause()));
        } finally {
            shards.forEach(SimulatedShard::close);
        }
        return findings;
    }

    private boolean goesOn() {
        return findings.isEmpty() && !(finished && rows.hasReadAll());
    }

    /** Something happens; whether there is more to come. */
    private boolean step() {
        if (++steps > MOST_STEPS) {
            findings.add("it does not come to an end");
        } else if (calm) {
            finish();
        } else {
            disturb();
        }
        cube.watch();
        if (!calm && happened == events && random.nextInt(30) == 0) {
            calm = true;
            rows.calm();
        }
        return goesOn();
    }

    private void disturb() {
        SimulatedShard shard = shards.get(random.nextInt(PARTITIONS));
        int dice = random.nextInt(100);
        if (dice < 35) {
            happen();
        } else if (dice < 55) {
            process(shard);
        } else if (dice < 63) {
            shard.emit();
        } else if (dice < 73) {
            shard.commit();
        } else if (dice < 76) {
            shard.crash();
        } else if (dice < 77) {
            shard.forget();
        } else if (dice < 92) {
            cube.takeSome();
        } else if (dice < 95) {
            cube.startAnew();
        } else if (dice < 97) {
            rows.overtake();
        } else {
            cube.compare();
        }
    }

    private void happen() {
        for (int i = random.nextInt(4); i >= 0 && happened < events; i--) {
            history.happen();
            happened++;
        }
    }

    private void process(SimulatedShard shard) {
        for (int i = random.nextInt(5); i >= 0 && shard.hasMore(); i--) {
            shard.process();
        }
    }

    private void finish() {
        for (SimulatedShard shard : shards) {
            while (shard.hasMore()) {
                shard.process();
            }
            shard.emit();
            shard.commit();
        }
        cube.takeAll();
        finished = true;
    }
}
