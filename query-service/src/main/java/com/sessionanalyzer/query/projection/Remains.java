package com.sessionanalyzer.query.projection;

import java.util.List;

/**
 * What is kept of rows that go.
 *
 * @param table   that keeps it, by the primary key of the table it is about
 * @param columns that are taken over from the row, null when there was none
 * @param place   the columns of both tables for what {@link Place#columns()} answers; here of the tombstone
 */
public record Remains(String table, List<String> columns, List<String> place) {}
