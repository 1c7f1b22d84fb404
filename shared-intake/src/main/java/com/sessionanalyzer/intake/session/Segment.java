package com.sessionanalyzer.intake.session;

import java.util.List;

/** Some items of a content, one after the other, not yet read. */
public interface Segment {

    /** How many there are, at least one. */
    int items();

    /** The number of the first one in the content, from 0. */
    long firstItem();

    /** The line of the content that the first one begins at, from 1. */
    long firstLine();

    /** How many bytes of the content the items, and all before them, take. */
    long endByte();

    /** The last line of them. */
    long endLine();

    /** Reads the items, one outcome each, in their order. The expensive part; any thread may do it. */
    List<Parsed> parse(Terms terms);
}
