package com.sessionanalyzer.embedded;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a server again whose process ended by itself, until that is not wanted any more. */
final class PostgresKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresKeeper.class);
    private static final long LOOK_MILLIS = 500;
    private static final long GOODBYE_MILLIS = 35_000;

    private final PostgresServer server;
    private final int port;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::keep, "postgres-keeper");

    PostgresKeeper(PostgresServer server, int port) {
        this.server = server;
        this.port = port;
        thread.setDaemon(true);
        thread.start();
    }

    private void keep() {
        try {
            while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those whom the process left behind may still hold its memory, so it may take several looks. */
    private void look() {
        try {
            if (!server.isRunning()) {
                LOG.atWarn().addKeyValue("port", port).log("PostgreSQL has ended by itself and is started again");
                server.stop();
                server.start(port);
            }
        } catch (IOException notYet) {
            LOG.atError()
                    .addKeyValue("cause", Causes.first(notYet))
                    .log("PostgreSQL did not start again, and will be tried once more");
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            thread.join(GOODBYE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
