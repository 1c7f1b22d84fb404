package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.query.likeness.Likeness;
import com.sessionanalyzer.query.likeness.NameBlocks;
import com.sessionanalyzer.query.likeness.NameLikeness;
import com.sessionanalyzer.query.likeness.NameParts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of some customers, and which of them are alike. It depends on the names alone, so it holds for as long as the same
 * customers are there, whatever their records say.
 *
 * @param keys  of the customers, in order
 * @param pairs of names that are alike enough for the records to decide
 */
record NameIndex(List<String> keys, List<NameParts> names, NameBlocks blocks, List<NamePair> pairs) {

    /** Two names, by their index, and how alike they are. */
    record NamePair(int one, int other, Likeness likeness) {}

    /** A name that is like another. */
    record Near(String key, Likeness likeness) {}

    /** The index of these names, of pairs that score at least so much. */
    static NameIndex of(List<String> keys, double least) {
        List<NameParts> names = keys.stream().map(NameParts::of).toList();
        NameBlocks blocks = NameBlocks.of(names);
        List<NamePair> pairs = new ArrayList<>();
        for (long pair : blocks.pairs()) {
            int one = (int) (pair >>> Integer.SIZE);
            int other = (int) pair;
            Likeness likeness = NameLikeness.of(names.get(one), names.get(other));
            if (likeness.score() >= least) {
                pairs.add(new NamePair(one, other, likeness));
            }
        }
        return new NameIndex(keys, names, blocks, pairs);
    }

    /** Names that are like this one and score at least so much; not itself. */
    List<Near> near(String key, double least) {
        NameParts name = NameParts.of(key);
        Set<Integer> seen = new HashSet<>();
        List<Near> near = new ArrayList<>();
        blocks.near(name, index -> {
            if (seen.add(index) && !keys.get(index).equals(key)) {
                Likeness likeness = NameLikeness.of(name, names.get(index));
                if (likeness.score() >= least) {
                    near.add(new Near(keys.get(index), likeness));
                }
            }
        });
        return near;
    }
}
