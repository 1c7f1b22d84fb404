package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.kafka.TopicEnd;
import com.sessionanalyzer.query.projection.ProjectionProgress;
import com.sessionanalyzer.schema.Position;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The table of rejections, which may be behind its topic.
 *
 * @param patience how long each waits for it
 */
record RejectionsTable(ProjectionProgress progress, TopicEnd topic, Duration patience) {

    private static final Logger log = LoggerFactory.getLogger(RejectionsTable.class);

    /** Whether it contains all that was answered before, after waiting for it. */
    boolean isCurrent() {
        return topic.read().map(end -> progress.await(end, patience)).orElse(false);
    }

    /** Waits, bounded, until it contains all that was answered before. */
    void catchUp() {
        topic.read().ifPresent(this::await);
    }

    /** Waits, bounded, until it contains the position, which is one of its own topic. */
    void await(Position position) {
        try {
            progress.await(position, patience);
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database does not say how far it is");
        }
    }
}
