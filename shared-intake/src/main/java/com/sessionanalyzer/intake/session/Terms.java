package com.sessionanalyzer.intake.session;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a record is read against.
 *
 * @param zone the organization's, for times without one
 * @param now  the time of receipt
 */
public record Terms(ZoneId zone, Instant now) {}
