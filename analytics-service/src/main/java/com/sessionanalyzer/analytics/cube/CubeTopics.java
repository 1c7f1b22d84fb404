package com.sessionanalyzer.analytics.cube;

/**
 * The topics of a cube.
 *
 * @param source      compacted table of records, partitioned by subject; is the ledger's changelog too
 * @param cube        cells, tallies and progress; as many partitions as the source
 * @param subjects    what is kept per subject, and progress; as many partitions as the source
 * @param deadLetters source records that could not be read
 */
public record CubeTopics(String source, String cube, String subjects, String deadLetters) {}
