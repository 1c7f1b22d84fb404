package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.function.Function;

/** Keeps the numbers of an organization as they are while several questions are asked. */
public interface OneSnapshot {

    /**
     * Asks, so that every answer is of the same snapshot: the newest one, or one that contains the position when that comes
     * within the bounds of patience.
     *
     * @param questions take what their readers still have to wait for
     */
    <R> R hold(OrganizationId organization, Position after, Function<Position, R> questions);
}
