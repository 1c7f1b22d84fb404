package com.sessionanalyzer.query.facts;

/** What a question means for cells: which of them are meant as they are, and of which only the entries with some values. */
final class CellPlan {

    /** No fact of the cell is meant. */
    static final long NONE = -1;

    /** It depends on the value. */
    static final long MIXED = -2;

    private final FactShape shape;
    private final long[] routes;
    private final long[] traits;
    private final long[] ofCellInRoute;
    private final long[] parts;
    private final long[] partsOfRuns;
    private final byte[] labels;
    private final int[] least;
    private final int[] most;
    private final boolean[] even;
    private boolean mixed;

    CellPlan(FactTable table, FactQuestion question) {
        this.shape = table.shape();
        this.routes = question.routes;
        this.traits = question.traits;
        this.ofCellInRoute = new long[shape.cellsOfRoute()];
        this.least = new int[shape.labels()];
        this.most = new int[shape.labels()];
        this.even = new boolean[shape.labels()];
        for (int label = 0; label < shape.labels(); label++) {
            ofCellInRoute[2 * label] = Math.max(NONE, traits[shape.trait(label, 0)]);
            ofCellInRoute[2 * label + 1] = withValue(label);
        }
        this.parts = new long[routes.length * ofCellInRoute.length];
        this.partsOfRuns = mixed ? new long[parts.length] : parts;
        this.labels = new byte[parts.length];
        for (int route = 0; route < routes.length; route++) {
            plan(route);
        }
    }

    /** Has what is asked for each cell be at hand, since a question looks at hundreds of thousands. */
    private void plan(int route) {
        for (int cell = 0; cell < ofCellInRoute.length; cell++) {
            int code = route * ofCellInRoute.length + cell;
            int label = cell >>> 1;
            labels[code] = (byte) label;
            parts[code] = routes[route] < 0 ? NONE : partOf(routes[route], ofCellInRoute[cell]);
            if (mixed) {
                partsOfRuns[code] = parts[code] == MIXED && even[label]
                        ? routes[route] + traits[shape.trait(label, least[label])]
                        : parts[code];
            }
        }
    }

    private static long partOf(long route, long rest) {
        return rest < 0 ? rest : route + rest;
    }

    /** The part that all facts of the cell add, or one of the negative numbers. */
    long part(int code) {
        return parts[code];
    }

    /** Whether entries have to be looked at for their value. */
    boolean isMixed() {
        return mixed;
    }

    /** The part that the facts of the cell add whose values are meant, when it {@linkplain #isEven is the same}. */
    long partOfRun(int code) {
        return partsOfRuns[code];
    }

    int label(int code) {
        return labels[code];
    }

    boolean isLabelled(int code) {
        return label(code) > 0;
    }

    /** The least value with this label that is meant. */
    int least(int label) {
        return least[label];
    }

    int most(int label) {
        return most[label];
    }

    /** Whether all values between the least and the most add the same part. */
    boolean isEven(int label) {
        return even[label];
    }

    /** What facts of a cell with this value add; negative when they are not meant. */
    long part(int code, int value) {
        long trait = traits[shape.trait(label(code), value)];
        return trait < 0 ? NONE : routes[code / ofCellInRoute.length] + trait;
    }

    private long withValue(int label) {
        least[label] = first(label, 1, 1);
        most[label] = first(label, shape.maxValue(), -1);
        if (least[label] > most[label]) {
            return NONE;
        }
        long part = traits[shape.trait(label, least[label])];
        even[label] = true;
        for (int value = least[label]; value <= most[label]; value++) {
            even[label] &= traits[shape.trait(label, value)] == part;
        }
        if (even[label] && least[label] == 1 && most[label] == shape.maxValue()) {
            return part;
        }
        mixed = true;
        return MIXED;
    }

    private int first(int label, int from, int step) {
        int value = from;
        while (value >= 1 && value <= shape.maxValue() && traits[shape.trait(label, value)] < 0) {
            value += step;
        }
        return value;
    }
}
