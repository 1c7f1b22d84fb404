package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.query.turn.Turns;
import com.sessionanalyzer.query.turn.Turns.Lock;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Lets one settlement of an organization follow the other, in whichever process they are asked for, each after the table
 * contains the ones before: so nothing is settled twice.
 */
record DeskTurns(Turns turns, RejectionsTable table) {

    private static final Logger log = LoggerFactory.getLogger(DeskTurns.class);

    /** Does the work when all that was settled before can be seen. */
    <T> T take(OrganizationId organization, Function<Turn, T> work) {
        try (Turn turn = turns.take(Lock.alone("session-rejections\t" + organization.value()))) {
            requireCurrentTable();
            return work.apply(turn);
        } catch (DataAccessException away) {
            log.atWarn().addKeyValue("cause", away.toString()).log("the database does not answer in a turn");
            throw unavailable("The database does not answer at the moment; look whether it was done before.");
        }
    }

    /** Waits, bounded, until the table contains the position. */
    void await(Position position) {
        table.await(position);
    }

    private void requireCurrentTable() {
        if (!table.isCurrent()) {
            throw unavailable("The rejected records are still catching up, or Kafka is away; nothing was changed.");
        }
    }

    private static ProblemException unavailable(String detail) {
        return ProblemException.of(ProblemType.UNAVAILABLE, detail);
    }
}
