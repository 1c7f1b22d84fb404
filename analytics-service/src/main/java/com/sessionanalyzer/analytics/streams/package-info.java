/** Life of a Kafka Streams application: one per domain, exactly once, started again until it works. */
@NullMarked
package com.sessionanalyzer.analytics.streams;

import org.jspecify.annotations.NullMarked;
