package com.sessionanalyzer.query.period;

import java.time.LocalDate;

/**
 * One stretch of a window.
 *
 * @param start   the day, the Monday or the first of the month, which may lie before the window
 * @param end     the first day that is not meant any more, at most the end of the window
 * @param partial whether the window holds only a part of the day, week or month
 */
public record Bucket(LocalDate start, LocalDate end, boolean partial) {}
