package com.sessionanalyzer.intake.session;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.List;

/**
 * How the values of one row are separated.
 *
 * @param separator of values
 */
record CsvRow(char separator) {

    /** The values of a row; none when it is not a row. */
    List<String> values(String row) {
        try {
            return List.of(CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(false)
                    .ofSingleCsvRecord(StringArrayHandler.of(handler -> handler.maxFields(row.length() + 1)), row));
        } catch (CsvParseException malformed) {
            return List.of();
        }
    }
}
