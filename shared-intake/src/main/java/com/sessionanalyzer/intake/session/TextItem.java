package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.items.Fault;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.schema.session.RecordFormat;

/** Reads a record of labelled text. */
record TextItem(ItemLimits limits) implements ItemReader {

    @Override
    public RecordFormat format() {
        return RecordFormat.TEXT;
    }

    @Override
    public Parsed read(String item, int line, Terms terms) {
        return SessionTextParser.one(item, line, terms);
    }

    @Override
    public String kept(String item) {
        return item;
    }

    @Override
    public String sentence(Fault fault) {
        return SessionTextParser.TOO_LONG;
    }
}
