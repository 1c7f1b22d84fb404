package com.sessionanalyzer.intake.text;

import java.util.List;
import java.util.Map;

/**
 * One record of a labelled text.
 *
 * @param line       its first line in the post, from 1
 * @param text       the record as it was sent
 * @param fields     by label; a label that is not there has none
 * @param strays     the first lines that gave no field, at most {@value #MAX_STRAYS}
 * @param moreStrays how many more there are
 */
public record TextRecord<L extends Enum<L> & Label>(
        int line, String text, Map<L, TextField> fields, List<Stray> strays, int moreStrays) {

    static final int MAX_STRAYS = 20;
}
