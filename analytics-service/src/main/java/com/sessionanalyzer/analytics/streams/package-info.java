/** Life of a Kafka Streams application: one per domain, exactly once, restarted a bounded number of times. */
@NullMarked
package com.sessionanalyzer.analytics.streams;

import org.jspecify.annotations.NullMarked;
