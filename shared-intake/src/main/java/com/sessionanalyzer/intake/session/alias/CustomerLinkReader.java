package com.sessionanalyzer.intake.session.alias;

import com.sessionanalyzer.intake.FollowedTable;
import com.sessionanalyzer.intake.FollowedTables;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Keeps what was decided about customers up to its topic, from before the first record is taken. */
public final class CustomerLinkReader implements SmartLifecycle {

    private static final int AFTER_THE_LOG = 1;

    private final CustomerLinks links;
    private final @Nullable FollowedTables tables;
    private volatile @Nullable FollowedTable table;

    /**
     * A reader that has not begun.
     *
     * @param tables null when the log is not in Kafka
     */
    public CustomerLinkReader(CustomerLinks links, @Nullable FollowedTables tables) {
        this.links = links;
        this.tables = tables;
    }

    /** Waits until everything that is decided now is known; false when that takes longer than this. */
    public boolean catchUp(Duration patience) {
        FollowedTable reading = table;
        return reading != null && reading.catchUp(patience);
    }

    @Override
    public void start() {
        if (tables != null) {
            FollowedTable following = tables.follow(SessionTopics.ALIASES, links::take);
            following.start();
            table = following;
        }
    }

    @Override
    public void stop() {
        FollowedTable reading = table;
        table = null;
        if (reading != null) {
            reading.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return table != null;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_LOG;
    }
}
