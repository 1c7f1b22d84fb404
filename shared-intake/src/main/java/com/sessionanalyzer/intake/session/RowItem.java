package com.sessionanalyzer.intake.session;

import static java.util.Objects.requireNonNull;

import com.sessionanalyzer.intake.items.Fault;
import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.schema.session.RecordFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a row of a table. Its values mean themselves, as those of JSON do; a blank one is missing. */
record RowItem(CsvHeader header, ItemLimits limits) implements ItemReader {

    private static final Set<String> TRUE = Set.of("true", "on", "yes", "1");
    private static final Set<String> FALSE = Set.of("false", "off", "no", "0");

    @Override
    public RecordFormat format() {
        return RecordFormat.CSV;
    }

    @Override
    public Parsed read(String item, int line, Terms terms) {
        Findings findings = new Findings(line);
        List<String> values = header.row().values(item);
        if (values.size() != header.columns().size()) {
            reject(findings, item, line, values.size());
            return findings.rejected(format(), kept(item));
        }
        SessionFields fields = new SessionFields(findings, line);
        Boolean highlighted = null;
        for (int i = 0; i < values.size(); i++) {
            String column = header.columns().get(i);
            if (column.equals(SessionJson.HAS_HIGHLIGHT)) {
                highlighted = isHighlighted(values.get(i).strip(), line, findings);
            } else {
                fields.put(requireNonNull(SessionField.byName().get(column)), values.get(i));
            }
        }
        SessionReading reading = fields.reading(terms);
        boolean hasHighlight = fields.isHighlighted(reading, highlighted);
        Parsed parsed = fields.draft(reading, hasHighlight, format(), item);
        return parsed instanceof Parsed.Rejected rejected ? rejected.withText(kept(item)) : parsed;
    }

    private void reject(Findings findings, String item, int line, int values) {
        if (values == 0) {
            findings.reject(
                    Findings.RECORD, line, item, "malformed-row", "The row's quotes are not as RFC 4180 wants them");
        } else {
            String message =
                    "The row must have " + header.columns().size() + " values, as the header has, not " + values;
            findings.reject(Findings.RECORD, line, item, "wrong-columns", message);
        }
    }

    private static @Nullable Boolean isHighlighted(String value, int line, Findings findings) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (TRUE.contains(lower)) {
            return true;
        }
        if (!FALSE.contains(lower) && !lower.isEmpty()) {
            String message = SessionJson.HAS_HIGHLIGHT + " must be true or false";
            findings.reject(SessionJson.HAS_HIGHLIGHT, line, value, "wrong-type", message);
        }
        return lower.isEmpty() ? null : false;
    }

    /** The header and the row, so that the row can be read by itself. */
    @Override
    public String kept(String item) {
        return header.text() + '\n' + item;
    }

    @Override
    public String sentence(Fault fault) {
        return fault == Fault.TOO_LONG
                ? "A row must have at most " + limits.maxItem() + " bytes"
                : "A quote opens in this line and does not close";
    }
}
