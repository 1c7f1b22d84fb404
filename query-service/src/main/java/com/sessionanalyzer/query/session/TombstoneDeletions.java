package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Deletes by publishing a tombstone. It first lets the table catch up with the topic, so a record that was just added is
 * found and one that was just deleted is not; one deletion at a time, so that of two only one finds the record.
 */
final class TombstoneDeletions implements SessionDeletions {

    private final DatabaseRows rows;
    private final RecordsTopic topic;
    private final Duration patience;
    private final ReentrantLock oneByOne = new ReentrantLock();

    /**
     * @param patience how long a deletion waits for its turn
     */
    TombstoneDeletions(DatabaseRows rows, RecordsTopic topic, Duration patience) {
        this.rows = rows;
        this.topic = topic;
        this.patience = patience;
    }

    @Override
    public Optional<Position> delete(OrganizationId organization, UUID id) {
        if (!isMyTurn()) {
            throw unavailable("Other deletions are waiting for Kafka or the database; nothing was deleted.");
        }
        try {
            boolean current = rows.await(topic.end());
            Optional<SessionRecordKey> key = rows.key(organization, id);
            if (key.isEmpty() && !current) {
                throw unavailable("The records are still catching up; nothing was deleted.");
            }
            return key.map(topic::delete);
        } finally {
            oneByOne.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return oneByOne.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(ProblemType.UNAVAILABLE, detail);
    }
}
