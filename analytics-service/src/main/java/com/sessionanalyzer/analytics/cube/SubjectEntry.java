package com.sessionanalyzer.analytics.cube;

import com.sessionanalyzer.schema.cube.PartCounts;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a subject.
 *
 * @param parts its parts, which the fold moves in place; null when each has an entry of its own
 */
public record SubjectEntry<S>(S state, @Nullable PartCounts parts) {}
