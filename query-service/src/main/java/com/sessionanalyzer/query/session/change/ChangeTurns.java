package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.query.turn.Turn;
import com.sessionanalyzer.query.turn.Turns;
import com.sessionanalyzer.query.turn.Turns.Lock;
import com.sessionanalyzer.schema.OrganizationId;
import java.util.UUID;

/**
 * Lets changes of one record follow one another, and erasures exclude all others of their organization, in whichever
 * process with this database they are asked for.
 */
record ChangeTurns(Turns turns) {

    static final int AT_ONCE = 4;

    Turn ofRecord(OrganizationId organization, UUID id) {
        String records = "session-records\t" + organization.value();
        return turns.take(Lock.shared(records), Lock.alone(records + "\t" + id));
    }

    /** Excludes the settlements of the desk too, which turn rejections into records. */
    Turn ofOrganization(OrganizationId organization) {
        return turns.take(
                Lock.alone("session-records\t" + organization.value()),
                Lock.alone("session-rejections\t" + organization.value()));
    }
}
