package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.Entry;
import java.util.List;

/**
 * Records and rejections that are ready to be committed.
 *
 * @param outcomes what becomes of each item, in their order
 * @param entries  the message of each, in the same order
 */
public record SessionBatch(List<Outcome> outcomes, List<Entry> entries) {}
