/** Exact, retractable aggregates of any domain, kept per shard without repartitioning; knows no domain. */
@NullMarked
package com.sessionanalyzer.analytics.cube;

import org.jspecify.annotations.NullMarked;
