package com.sessionanalyzer.query.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits changes, so that each of a row's is written after the one before it, and the others all together. */
record Rounds(List<List<RowChange>> all) {

    static Rounds of(List<RowChange> changes, TableMapping mapping) {
        List<Integer> primaryKey = mapping.primaryKey().stream()
                .map(column -> mapping.keyColumns().indexOf(column))
                .toList();
        List<List<RowChange>> rounds = new ArrayList<>();
        Map<List<String>, Integer> seen = new HashMap<>();
        for (RowChange change : changes) {
            List<String> row = primaryKey.stream().map(change.key()::get).toList();
            int round = seen.merge(row, 1, Integer::sum);
            if (rounds.size() < round) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round - 1).add(change);
        }
        return new Rounds(rounds);
    }
}
