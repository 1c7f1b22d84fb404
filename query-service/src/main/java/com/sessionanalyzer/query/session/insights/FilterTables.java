package com.sessionanalyzer.query.session.insights;

import com.sessionanalyzer.query.cube.Dictionary;
import com.sessionanalyzer.query.facts.FactShape;
import com.sessionanalyzer.query.facts.FactTable;
import com.sessionanalyzer.query.session.filter.FilterField;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A filter as tables by the codes of columns: 0 where records are meant, -1 where not. */
final class FilterTables {

    private static final List<FilterField> DIMENSIONS =
            List.of(FilterField.REGION, FilterField.SOURCE, FilterField.DESTINATION);

    private final FactTable facts;
    private final SessionFilter filter;

    FilterTables(FactTable facts, SessionFilter filter) {
        this.facts = facts;
        this.filter = filter;
    }

    long[] routes() {
        long[] parts = new long[facts.routes()];
        for (int dimension = 0; dimension < DIMENSIONS.size(); dimension++) {
            SortedSet<String> values = DIMENSIONS.get(dimension).values(filter);
            if (!values.isEmpty()) {
                BitSet codes = codes(facts.dictionary(dimension), values);
                for (int route = 0; route < parts.length; route++) {
                    if (!codes.get(facts.routeCode(route, dimension))) {
                        parts[route] = -1;
                    }
                }
            }
        }
        return parts;
    }

    long[] traits() {
        long[] parts = new long[facts.shape().traits()];
        Arrays.setAll(parts, trait -> accepts(trait) ? 0 : -1);
        return parts;
    }

    /** Null when any customer is meant. */
    long @Nullable [] subjects() {
        if (filter.customers().isEmpty()) {
            return null;
        }
        BitSet codes = codes(facts.subjects(), filter.customers());
        long[] parts = new long[facts.subjects().size()];
        Arrays.setAll(parts, subject -> codes.get(subject) ? 0 : -1);
        return parts;
    }

    private boolean accepts(int trait) {
        FactShape shape = facts.shape();
        return acceptsLabel(shape.label(trait)) && acceptsMinutes(shape.value(trait));
    }

    private boolean acceptsLabel(int label) {
        SortedSet<String> choices = filter.highlights();
        if (choices.isEmpty()) {
            return true;
        }
        return label == 0
                ? choices.contains(HighlightChoices.NONE)
                : choices.contains(HighlightChoices.ANY) || choices.contains(HighlightChoices.ofNumber(label));
    }

    private boolean acceptsMinutes(int minutes) {
        Boolean hasTime = filter.hasTime();
        Integer min = filter.minutesMin();
        Integer max = filter.minutesMax();
        if (minutes == 0) {
            return !Boolean.TRUE.equals(hasTime) && min == null && max == null;
        }
        return !Boolean.FALSE.equals(hasTime) && (min == null || minutes >= min) && (max == null || minutes <= max);
    }

    private static BitSet codes(Dictionary dictionary, SortedSet<String> values) {
        BitSet codes = new BitSet(dictionary.size());
        values.stream().mapToInt(dictionary::find).filter(code -> code >= 0).forEach(codes::set);
        return codes;
    }
}
