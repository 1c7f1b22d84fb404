package com.sessionanalyzer.standalone.generate;

import java.time.LocalDate;

/**
 * What a file is made from; the same gives the same bytes.
 *
 * @param badPerMillion how many records of a million are to be rejected
 * @param until         the day after the last
 * @param days          over which the records are spread
 */
record Recipe(long records, long seed, int badPerMillion, LocalDate until, int days) {}
