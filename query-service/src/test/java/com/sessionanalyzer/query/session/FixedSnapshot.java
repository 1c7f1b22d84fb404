package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Remembers of each question whether it was asked while the numbers were held, and how often they were. */
final class FixedSnapshot implements OneSnapshot {

    final List<Boolean> asked = new ArrayList<>();
    int holds;
    private boolean held;

    @Override
    public <R> R hold(OrganizationId organization, Position after, Function<Position, R> questions) {
        holds++;
        held = true;
        try {
            return questions.apply(after);
        } finally {
            held = false;
        }
    }

    void ask() {
        asked.add(held);
    }
}
