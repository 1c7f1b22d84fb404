package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Deletes by publishing a tombstone. It first lets the table catch up with the topic, so a record that was just added is
 * found and one that was just deleted is not; one deletion at a time, so that of two only one finds the record.
 */
final class TombstoneDeletions implements SessionDeletions {

    private final DatabaseRows rows;
    private final RecordsTopic topic;
    private final ReentrantLock oneByOne = new ReentrantLock();

    TombstoneDeletions(DatabaseRows rows, RecordsTopic topic) {
        this.rows = rows;
        this.topic = topic;
    }

    @Override
    public Optional<Position> delete(OrganizationId organization, UUID id) {
        oneByOne.lock();
        try {
            boolean current = rows.await(topic.end());
            Optional<SessionRecordKey> key = rows.key(organization, id);
            if (key.isEmpty() && !current) {
                throw ProblemException.of(
                        ProblemType.UNAVAILABLE, "The records are still catching up; nothing was deleted.");
            }
            return key.map(topic::delete);
        } finally {
            oneByOne.unlock();
        }
    }
}
