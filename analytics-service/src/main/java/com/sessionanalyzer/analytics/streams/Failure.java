package com.sessionanalyzer.analytics.streams;

import java.time.Instant;

/**
 * Why an application does not work.
 *
 * @param cause       what failed
 * @param at          when it failed last
 * @param times       failures in a row
 * @param startsAgain when the next attempt is made, at the latest
 */
record Failure(String cause, Instant at, int times, Instant startsAgain) {}
