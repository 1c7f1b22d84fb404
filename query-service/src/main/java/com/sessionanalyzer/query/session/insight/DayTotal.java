package com.sessionanalyzer.query.session.insight;

import java.time.LocalDate;

/**
 * What the records of one local day add up to.
 *
 * @param timedRecords those whose minutes are known
 */
public record DayTotal(LocalDate day, long records, long timedRecords, long minutes) {}
