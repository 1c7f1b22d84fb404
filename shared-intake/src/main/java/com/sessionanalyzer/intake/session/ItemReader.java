package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.items.Fault;
import com.sessionanalyzer.schema.session.RecordFormat;

/** Reads items of one format. */
interface ItemReader {

    RecordFormat format();

    /**
     * Reads an item.
     *
     * @param line that it begins at
     */
    Parsed read(String item, int line, Terms terms);

    /** The text that is kept of a rejected item, which can be read by itself. */
    String kept(String item);

    /** The sentence about a fault. */
    String sentence(Fault fault);
}
