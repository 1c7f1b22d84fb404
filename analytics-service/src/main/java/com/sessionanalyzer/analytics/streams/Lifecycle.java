package com.sessionanalyzer.analytics.streams;

import java.time.Duration;

/**
 * How patiently an application is started, started again and stopped.
 *
 * @param brokerTimeout  how long a start waits for an answer of Kafka
 * @param closeTimeout   how long a stop waits for the threads
 * @param restarts       how often it starts again after a failure within {@code restartWindow}; 0 for never
 * @param restartBackoff wait before the first restart; doubles with each in the window
 */
public record Lifecycle(
        Duration brokerTimeout, Duration closeTimeout, int restarts, Duration restartWindow, Duration restartBackoff) {}
