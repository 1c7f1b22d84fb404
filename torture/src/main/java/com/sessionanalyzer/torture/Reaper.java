package com.sessionanalyzer.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Kills as the plan says, starts again, and measures how long each takes to serve. */
final class Reaper implements AutoCloseable {

    private final Installation installation;
    private final Turnstile turnstile;
    private final RunLog log;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Reaper(Installation installation, Turnstile turnstile, RunLog log) {
        this.installation = installation;
        this.turnstile = turnstile;
        this.log = log;
    }

    /** Returns when everything serves again. */
    List<Recovery> execute(List<Kill> round) {
        List<CompletableFuture<Recovery>> kills = new ArrayList<>();
        round.forEach(kill -> kills.add(CompletableFuture.supplyAsync(() -> execute(kill), threads)));
        List<Recovery> recoveries = kills.stream().map(CompletableFuture::join).toList();
        for (Victim victim : Victim.values()) {
            int ended = installation.awaitServing(victim);
            if (ended > 0) {
                log.say(victim.label() + " had ended by itself and was started again");
            }
        }
        return recoveries;
    }

    private Recovery execute(Kill kill) {
        Part part = installation.part(kill.victim());
        pause(kill.afterMillis());
        long killed = System.nanoTime();
        part.kill();
        log.say("killed " + kill.victim().label());
        pause(kill.downMillis());
        long started = System.nanoTime();
        part.start();
        int ended = installation.awaitServing(kill.victim());
        long serves = System.nanoTime();
        Recovery recovery =
                new Recovery(kill.victim(), (serves - started) / 1_000_000, (serves - killed) / 1_000_000, ended);
        log.say(kill.victim().label() + " serves again, " + recovery.restartMillis() + " ms after it was started"
                + (ended == 0 ? "" : "; it ended by itself " + ended + " times"));
        return recovery;
    }

    private void pause(long millis) {
        try {
            turnstile.pause(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
