package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.Note;
import com.sessionanalyzer.intake.session.alias.CustomerLinkReader;
import com.sessionanalyzer.intake.session.alias.CustomerLinks;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.session.CustomerLink;
import com.sessionanalyzer.schema.session.CustomerLinkKey;
import com.sessionanalyzer.schema.session.SessionTopics;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** What was decided about customers, known to be complete when something is decided on top of it. */
record CustomerDecisions(CustomerLinks links, CustomerLinkReader reader, Duration patience) {

    /**
     * Makes sure that everything decided is known.
     *
     * @throws ProblemException when that cannot be said in time
     */
    void catchUp() {
        try {
            if (reader.catchUp(patience)) {
                return;
            }
        } catch (KafkaException away) {
            throw unavailable("Nothing was changed, because Kafka does not answer at the moment.");
        }
        throw unavailable("What was decided before is still being read; nothing was changed.");
    }

    /** The note that decides something; null ends what was decided. */
    static Note note(CustomerLinkKey key, @Nullable CustomerLink link) {
        return Note.of(new ProducerRecord<>(
                SessionTopics.ALIASES, 0, null, key.encode(), link == null ? null : link.encode()));
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(ProblemType.UNAVAILABLE, detail);
    }
}
