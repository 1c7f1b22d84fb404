package com.sessionanalyzer.query.session.customer;

import com.sessionanalyzer.query.session.customer.CustomerHistory.HighlightCount;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import com.sessionanalyzer.schema.session.HighlightType;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Highlights of one type as the page lists them, with a link to their records. */
record HighlightLine(String label, long records, String link) {

    static HighlightLine of(HighlightCount count, SessionFilter filter) {
        return new HighlightLine(
                FilterField.HIGHLIGHT.label(count.type()),
                count.records(),
                filter.only(FilterField.HIGHLIGHT, count.type()).link("/reports"));
    }

    /** The short labels by their codes. */
    static Map<String, String> badges() {
        return Arrays.stream(HighlightType.values())
                .collect(Collectors.toUnmodifiableMap(HighlightType::code, HighlightType::badge));
    }
}
