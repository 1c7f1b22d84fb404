/** The same rows by Kafka Connect. */
@NullMarked
package com.sessionanalyzer.benchmarks.connect;

import org.jspecify.annotations.NullMarked;
