package com.sessionanalyzer.query.session.export;

import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;

/**
 * How a file is written.
 *
 * @param about         whether a text file says what it is in lines of its own before the records, and how many they were after them
 * @param byteOrderMark whether a CSV file begins with a byte order mark, by which some spreadsheets know UTF-8
 */
record ExportOptions(ExportFormat format, boolean about, boolean byteOrderMark) {

    static ExportOptions read(Parameters parameters, Faults faults) {
        String code = parameters.first("format");
        ExportFormat format =
                ExportFormat.of(code.isEmpty() ? ExportFormat.CSV.code() : code).orElse(null);
        if (format == null) {
            faults.add("format", "must be one of " + ExportFormat.codes());
        }
        return new ExportOptions(
                format == null ? ExportFormat.CSV : format,
                truth("about", parameters, faults),
                truth("bom", parameters, faults));
    }

    private static boolean truth(String name, Parameters parameters, Faults faults) {
        return switch (parameters.first(name)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> {
                faults.add(name, "must be true or false");
                yield false;
            }
        };
    }
}
