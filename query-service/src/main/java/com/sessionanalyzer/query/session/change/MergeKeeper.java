package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.session.CustomerSnapshots;
import com.sessionanalyzer.schema.session.AliasState;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that merges are complete: goes on with those that broke off, and moves records that came in under a merged name
 * by way of somebody who did not know of it yet. While all is in place it costs a look into memory per merged name.
 */
final class MergeKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MergeKeeper.class);

    private final CustomerLinks links;
    private final CustomerSnapshots customers;
    private final Consumer<CustomerLinkKey.Alias> settle;
    private final Duration interval;
    private @Nullable ScheduledExecutorService thread;

    /**
     * A keeper.
     *
     * @param settle moves what is left behind of a merge; may say that it cannot now
     */
    MergeKeeper(
            CustomerLinks links,
            CustomerSnapshots customers,
            Consumer<CustomerLinkKey.Alias> settle,
            Duration interval) {
        this.links = links;
        this.customers = customers;
        this.settle = settle;
        this.interval = interval;
    }

    /** Settles what is not in place. */
    void look() {
        List<CustomerLinkKey.Alias> open =
                links.aliases().filter(this::isOpen).map(Map.Entry::getKey).toList();
        for (CustomerLinkKey.Alias alias : open) {
            try {
                settle.accept(alias);
            } catch (ProblemException later) {
                log.atInfo()
                        .addKeyValue("organization", alias.organization().value())
                        .addKeyValue("cause", later.getMessage())
                        .log("A merge of customers cannot be completed yet");
            }
        }
    }

    private boolean isOpen(Map.Entry<CustomerLinkKey.Alias, CustomerLink.Alias> entry) {
        AliasState state = entry.getValue().state();
        return state.isUnderWay()
                || (state.isFollowed()
                        && customers
                                .find(
                                        entry.getKey().organization(),
                                        entry.getKey().key())
                                .isPresent());
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException unexpected) {
            log.atError().setCause(unexpected).log("Merges of customers could not be looked after");
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread keeper = new Thread(task, "merge-keeper");
            keeper.setDaemon(true);
            return keeper;
        });
        long millis = interval.toMillis();
        var unused = started.scheduleWithFixedDelay(this::lookSafely, millis, millis, TimeUnit.MILLISECONDS);
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdownNow();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
