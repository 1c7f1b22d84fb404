package com.sessionanalyzer.query.session.rows;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads all rows of a question one after the other, however many they are, from one state of the database. */
public interface RowStream {

    /**
     * Hands over the snapshot while it can be read; the page of the question does not matter.
     *
     * @param after what it must contain
     */
    void read(OrganizationId organization, SessionQuery query, Position after, Consumer<Snapshot> reader);

    /** One state of the database. */
    interface Snapshot {

        /** Exactly the records that were there. */
        Position position();

        /** When the newest of them was received. */
        Instant asOf();

        /** Hands over each row in its order, once, and answers how many they were. */
        long forEach(Consumer<SessionView> each);
    }
}
