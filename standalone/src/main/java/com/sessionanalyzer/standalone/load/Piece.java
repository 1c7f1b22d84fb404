package com.sessionanalyzer.standalone.load;

/**
 * Whole records of a content, as one message holds them.
 *
 * @param value with the header line of a table before them
 * @param line  of the content that the first record begins at, from 1
 * @param after how far the content was sent once this is
 */
@SuppressWarnings("ArrayRecordComponent")
record Piece(byte[] value, long line, Progress after) {

    Piece last() {
        return new Piece(value, line, after.completed());
    }
}
