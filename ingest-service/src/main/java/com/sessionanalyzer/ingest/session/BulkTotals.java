package com.sessionanalyzer.ingest.session;

/**
 * What became of records, counted. Those that are replayed were settled by an earlier try.
 *
 * @param received recorded, replayed and rejected ones together
 */
record BulkTotals(long received, long recorded, long replayed, long rejected) {

    static final BulkTotals NONE = new BulkTotals(0, 0, 0, 0);

    static BulkTotals replayed(long records) {
        return new BulkTotals(records, 0, records, 0);
    }

    BulkTotals plus(BulkTotals other) {
        return new BulkTotals(
                received + other.received,
                recorded + other.recorded,
                replayed + other.replayed,
                rejected + other.rejected);
    }
}
