package com.sessionanalyzer.query.projection;

import org.jspecify.annotations.Nullable;

/** Whether one topic's rows are being kept up to date by this process. */
final class ProjectionStatus {

    private volatile boolean begun;
    private volatile @Nullable String trouble;

    /** The reader has found its place, or knows that it has nothing to do. */
    void working() {
        begun = true;
        trouble = null;
    }

    void failing(Exception cause) {
        trouble = cause.toString();
    }

    /** Whether the reader found its place once; from then on what is in the table can be shown. */
    boolean hasBegun() {
        return begun;
    }

    /** What keeps the reader from its work, or null when nothing does. */
    @Nullable
    String trouble() {
        return trouble;
    }
}
