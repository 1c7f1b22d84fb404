package com.sessionanalyzer.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All clients, each on a thread of its own. */
final class Clients implements AutoCloseable {

    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Turnstile turnstile;
    private final Findings findings;
    private final List<Thread> threads = new ArrayList<>();

    Clients(Turnstile turnstile, Findings findings, List<Client> clients) {
        this.turnstile = turnstile;
        this.findings = findings;
        clients.forEach(client -> threads.add(new Thread(() -> work(client), client.name())));
        threads.forEach(thread -> thread.setDaemon(true));
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void work() {
        turnstile.open();
    }

    /** Lets all of them end what they are at. */
    void rest() throws InterruptedException {
        if (!turnstile.close(QUIET)) {
            findings.add(Findings.Kind.UNANSWERED, "clients that did not come to an end");
        }
    }

    private void work(Client client) {
        try {
            while (turnstile.enter()) {
                try {
                    client.step();
                } catch (RuntimeException failed) {
                    findings.add(Findings.Kind.UNANSWERED, client.name() + ": " + failed);
                } finally {
                    turnstile.leave();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        turnstile.end();
        threads.forEach(Thread::interrupt);
        threads.forEach(Clients::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(GOODBYE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
