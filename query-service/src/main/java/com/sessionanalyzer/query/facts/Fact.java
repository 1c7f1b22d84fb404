package com.sessionanalyzer.query.facts;

import java.util.List;

/**
 * What one record counts for.
 *
 * @param subject    whom it is about; distinct ones are counted
 * @param epochDay   its local day
 * @param dimensions as many as the table has
 * @param label      a small code from 0, 0 when there is none
 * @param value      a small number from 1, 0 when there is none
 * @param amount     what is summed
 */
public record Fact(String subject, int epochDay, List<String> dimensions, int label, int value, int amount) {}
