package com.sessionanalyzer.query.projection;

import java.util.List;

/**
 * Where the places of what is not the row any more are kept: of versions that were replaced, deleted or read too late, and of
 * tombstones. The versions of the mapping count from 0.
 *
 * @param table that keeps the primary key of the row, its version, null for a tombstone, and the place
 * @param place the columns of both tables for what {@link Place#columns()} answers
 */
public record History(String table, List<String> place) {}
