package com.sessionanalyzer.analytics.cube;

/** What one record adds to the cube, and where. */
public record Contribution(Place place, Counts counts) {}
