package com.sessionanalyzer.query.projection;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Looks after tables from time to time, on a thread of its own; until it succeeded once, more often. */
public final class Upkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final String name;
    private final BooleanSupplier work;
    private final Duration interval;
    private final Duration retry;
    private @Nullable Run run;

    /**
     * Upkeep that has not started.
     *
     * @param name of its thread, and in the log
     * @param work answers whether it succeeded
     */
    public Upkeep(String name, BooleanSupplier work, Duration interval, Duration retry) {
        this.name = name;
        this.work = work;
        this.interval = interval;
        this.retry = retry;
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            run = new Run();
            run.thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (run != null) {
            run.ended.countDown();
            run.thread.interrupt();
            run = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return run != null && run.thread.isAlive();
    }

    /** One start of the loop. */
    private final class Run {

        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread thread = new Thread(this::run, name);
        private boolean failing;

        private Run() {
            thread.setDaemon(true);
        }

        private void run() {
            try {
                boolean done = work();
                while (!ended.await((done ? interval : retry).toMillis(), TimeUnit.MILLISECONDS)) {
                    done = work() || done;
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean work() {
            try {
                boolean done = work.getAsBoolean();
                failing = false;
                return done;
            } catch (DataAccessException | TransactionException away) {
                if (ended.getCount() > 0) {
                    tell(away);
                }
                return false;
            }
        }

        /** Once, until it works again. */
        private void tell(RuntimeException away) {
            log.atLevel(failing ? Level.DEBUG : Level.WARN)
                    .addKeyValue("upkeep", name)
                    .addKeyValue("cause", away.toString())
                    .log("tables could not be looked after");
            failing = true;
        }
    }
}
