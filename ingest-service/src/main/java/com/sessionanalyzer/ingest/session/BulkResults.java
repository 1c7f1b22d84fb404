package com.sessionanalyzer.ingest.session;

import java.util.concurrent.CompletableFuture;

/** Where it goes what became of each record. */
interface BulkResults {

    /** Nobody asks. */
    BulkResults NONE = new BulkResults() {
        @Override
        public void replayed(long records, long lines) {}

        @Override
        public CompletableFuture<Void> settled(BulkRun run, BulkChunk chunk) {
            return CompletableFuture.completedFuture(null);
        }
    };

    /** The first records and lines were settled by an earlier try. */
    void replayed(long records, long lines);

    /** The records of the chunk are settled; ends when that is told. */
    CompletableFuture<Void> settled(BulkRun run, BulkChunk chunk);
}
