package com.sessionanalyzer.analytics.streams;

import java.time.Duration;

/**
 * How patiently an application is started, started again and stopped.
 *
 * @param brokerTimeout  how long a start waits for an answer of Kafka
 * @param closeTimeout   how long a stop waits for the threads
 * @param restartBackoff wait before the first restart; doubles with each
 * @param longestBackoff the longest wait before a restart
 * @param restartWindow  time without a failure after which the waits begin anew
 */
public record Lifecycle(
        Duration brokerTimeout,
        Duration closeTimeout,
        Duration restartBackoff,
        Duration longestBackoff,
        Duration restartWindow) {}
