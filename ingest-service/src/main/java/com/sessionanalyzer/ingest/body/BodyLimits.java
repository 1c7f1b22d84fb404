package com.sessionanalyzer.ingest.body;

import java.time.Duration;

/**
 * Bounds of a streamed body.
 *
 * @param bytes    most bytes, unpacked
 * @param ratio    most unpacked bytes for each packed one, once there are more than the free ones
 * @param free     unpacked bytes from which on the ratio counts
 * @param rate     fewest bytes a second that a sender may be waited for
 * @param patience how long a sender may be slower
 */
public record BodyLimits(long bytes, int ratio, long free, long rate, Duration patience) {}
