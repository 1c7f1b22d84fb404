package com.sessionanalyzer.query.cube;

import com.sessionanalyzer.schema.Position;
import java.time.Instant;

/**
 * The state of one organization at one moment.
 *
 * @param version  grows with each change of this organization, never falls within a process
 * @param position exactly the source records contained
 * @param asOf     timestamp of the newest source record contained when this organization changed last
 */
public record Edition<P>(long version, Position position, Instant asOf, P part) {}
