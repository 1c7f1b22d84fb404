/** Aggregates of any domain in memory: loaded from compacted topics, kept current, changed a whole batch at a time. */
@NullMarked
package com.sessionanalyzer.query.cube;

import org.jspecify.annotations.NullMarked;
