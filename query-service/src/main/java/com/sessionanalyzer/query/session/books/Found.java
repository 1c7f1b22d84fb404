package com.sessionanalyzer.query.session.books;

import org.jspecify.annotations.Nullable;

/**
 * What the other places have of a channel, or of all.
 *
 * @param ledger      records live by the ledger
 * @param cells       records in the cells of the cube; null for a channel, as cells know none
 * @param rows        records in PostgreSQL
 * @param rejections  rejections there
 * @param open        of them, neither resubmitted nor dismissed
 * @param erased      that were there
 * @param maybeErased erased ones that may be of this channel
 */
record Found(long ledger, @Nullable Long cells, long rows, long rejections, long open, long erased, long maybeErased) {}
