package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.items.Fault;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.schema.session.RecordFormat;

/** Reads a line of JSON. */
record JsonItem(ItemLimits limits) implements ItemReader {

    @Override
    public RecordFormat format() {
        return RecordFormat.JSON;
    }

    @Override
    public Parsed read(String item, int line, Terms terms) {
        return SessionJson.parse(item, line, terms);
    }

    @Override
    public String kept(String item) {
        return item;
    }

    @Override
    public String sentence(Fault fault) {
        return "A line must have at most " + limits.maxItem() + " bytes";
    }
}
