package com.sessionanalyzer.query.session.bar;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that is asked for.
 *
 * @param without the page without it
 */
public record Chip(String label, String value, String without) {

    static List<Chip> and(List<Chip> chips, String label, String value, String without) {
        List<Chip> more = new ArrayList<>(chips);
        more.add(new Chip(label, value, without));
        return List.copyOf(more);
    }
}
