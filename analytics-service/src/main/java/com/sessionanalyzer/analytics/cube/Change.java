package com.sessionanalyzer.analytics.cube;

import org.jspecify.annotations.Nullable;

/** A record's last version and its next one; at most one of them is missing, as when it is new or deleted. */
public record Change<R>(@Nullable R before, @Nullable R after) {

    public Change {
        if (before == null && after == null) {
            throw new IllegalArgumentException("a change must have a version before or after");
        }
    }

    /** The newest version there is; what identifies the record is the same in both. */
    public R newest() {
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        throw new AssertionError("a change without versions");
    }
}
