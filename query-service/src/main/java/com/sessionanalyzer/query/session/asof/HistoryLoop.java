package com.sessionanalyzer.query.session.asof;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Has the history kept from time to time, on a thread of its own; until it succeeded once, more often. */
final class HistoryLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(HistoryLoop.class);

    private final HistoryKeeper keeper;
    private final Duration interval;
    private final Duration retry;
    private @Nullable Run run;

    HistoryLoop(HistoryKeeper keeper, Duration interval, Duration retry) {
        this.keeper = keeper;
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
        private final Thread thread = new Thread(this::run, "session-history");

        private Run() {
            thread.setDaemon(true);
        }

        private void run() {
            try {
                boolean sure = keep();
                while (!ended.await((sure ? interval : retry).toMillis(), TimeUnit.MILLISECONDS)) {
                    sure = keep() || sure;
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean keep() {
            try {
                boolean sure = keeper.makeSure();
                keeper.expire();
                return sure;
            } catch (DataAccessException | TransactionException away) {
                if (ended.getCount() > 0) {
                    log.atWarn().addKeyValue("cause", away.toString()).log("the history could not be kept");
                }
                return false;
            }
        }
    }
}
