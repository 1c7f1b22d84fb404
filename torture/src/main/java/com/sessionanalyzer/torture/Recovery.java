package com.sessionanalyzer.torture;

/**
 * How long one part took to come back.
 *
 * @param restartMillis since it was started again, until it served
 * @param killMillis    since it was killed, until it served
 * @param ended         how often it ended by itself meanwhile, and was started again
 */
record Recovery(Victim victim, long restartMillis, long killMillis, int ended) {}
