/** The same aggregates by a Flink job. */
@NullMarked
package com.sessionanalyzer.benchmarks.flink;

import org.jspecify.annotations.NullMarked;
