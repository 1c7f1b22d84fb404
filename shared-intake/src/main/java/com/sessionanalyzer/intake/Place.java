package com.sessionanalyzer.intake;

/** Where a message stands in its topic. */
public record Place(int partition, long offset) {}
