package com.sessionanalyzer.torture;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run: clients work, parts are killed, and after each round all that was acknowledged is looked for. */
final class TortureRun {

    static final int PARTITIONS = 3;

    private static final Duration WORK_AGAIN = Duration.ofMinutes(10);
    private static final int ACKNOWLEDGEMENTS = 30;

    private final Plan plan;
    private final long seed;
    private final RunLog log;
    private final Turnstile turnstile = new Turnstile();
    private final Journal journal = new Journal();
    private final Findings findings;
    private final List<Recovery> recoveries = new ArrayList<>();
    private final List<Long> whole = new ArrayList<>();

    TortureRun(Plan plan, long seed, RunLog log) {
        this.plan = plan;
        this.seed = seed;
        this.log = log;
        this.findings = new Findings(log);
    }

    Summary run(Path directory) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        log.say("seed " + seed + ", " + plan.kills() + " kills in "
                + plan.rounds().size() + " rounds");
        try (Installation installation = Installation.start(directory, PARTITIONS)) {
            log.say("all of it serves");
            Http http = new Http(turnstile, findings);
            Reader reader = new Reader(installation, http, turnstile, findings);
            try (Submissions submissions =
                            new Submissions(installation.bootstrapServers(), turnstile, journal, seed + 5);
                    Clients clients = clients(installation, http, reader, submissions);
                    Reaper reaper = new Reaper(installation, turnstile, log);
                    RecordCheck records = new RecordCheck(installation.bootstrapServers(), journal, findings)) {
                clients.start();
                RecordCheck.Looked looked = new RecordCheck.Looked(0, 0, 0);
                for (int round = 0; round < plan.rounds().size(); round++) {
                    log.say("round " + (round + 1) + ": " + plan.rounds().get(round));
                    looked = round(plan.rounds().get(round), installation, clients, reaper, records, http);
                    log.say("round " + (round + 1) + " checked: " + journal.acknowledged() + " acknowledgements, "
                            + looked);
                }
                return Summary.of(
                        plan,
                        seed,
                        (System.nanoTime() - begin) / 1e9,
                        journal,
                        looked,
                        reader.reads(),
                        findings,
                        recoveries,
                        whole);
            }
        }
    }

    private RecordCheck.Looked round(
            List<Kill> kills, Installation installation, Clients clients, Reaper reaper, RecordCheck records, Http http)
            throws InterruptedException {
        clients.work();
        recoveries.addAll(reaper.execute(kills));
        long serving = System.nanoTime();
        new Probe(installation, http, journal, seed + whole.size(), "probe-" + whole.size()).passThrough();
        long passed = (System.nanoTime() - serving) / 1_000_000;
        whole.add(passed + longest(kills.size()));
        log.say("a new record is counted and shown " + passed + " ms later");
        long before = journal.acknowledged();
        await("until clients work again")
                .atMost(WORK_AGAIN)
                .until(() -> journal.acknowledged() >= before + ACKNOWLEDGEMENTS);
        clients.rest();
        new CaughtUp(installation.bootstrapServers(), PARTITIONS).awaitSubmissions();
        new BookCheck(installation, findings).check();
        return records.check();
    }

    /** How long the slowest part of the last kills was away. */
    private long longest(int kills) {
        return recoveries.subList(recoveries.size() - kills, recoveries.size()).stream()
                .mapToLong(Recovery::restartMillis)
                .max()
                .orElse(0);
    }

    private Clients clients(Installation installation, Http http, Reader reader, Submissions submissions) {
        Acknowledged acknowledged = new Acknowledged();
        return new Clients(
                turnstile,
                findings,
                List.of(
                        keyed("single-a", installation, http, acknowledged, seed + 1),
                        keyed("single-b", installation, http, acknowledged, seed + 2),
                        new PlainPosts(installation, http, turnstile, journal, acknowledged, seed + 3),
                        new BulkPosts(installation, http, turnstile, journal, findings, seed + 4),
                        submissions,
                        changes("changes-a", installation, http, acknowledged, seed + 6),
                        changes("changes-b", installation, http, acknowledged, seed + 7),
                        new Erasures(installation, http, turnstile, journal, findings, seed + 8),
                        reader));
    }

    private KeyedPosts keyed(String name, Installation installation, Http http, Acknowledged known, long clientSeed) {
        return new KeyedPosts(name, installation, http, turnstile, journal, known, findings, clientSeed);
    }

    private Changes changes(String name, Installation installation, Http http, Acknowledged known, long clientSeed) {
        return new Changes(name, installation, http, turnstile, journal, known, findings, clientSeed);
    }
}
