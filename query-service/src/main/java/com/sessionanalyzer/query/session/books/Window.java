package com.sessionanalyzer.query.session.books;

import com.sessionanalyzer.schema.intake.IntakeCount;

/** The counts of a channel before and after another place was looked at, between which what is there must lie. */
record Window(IntakeCount before, IntakeCount after) {

    /** Records that are there, at least: a correction on its way can hide one, as it moves a record to another key. */
    long least() {
        return before.recorded() - after.deleted() - moving();
    }

    /** Records that are there, at most. */
    long most() {
        return after.recorded() - before.deleted() + moving();
    }

    /** Records that are there, by the newest counts. */
    long live() {
        return after.recorded() - after.deleted();
    }

    private long moving() {
        return after.corrected() - before.corrected();
    }

    Window plus(Window other) {
        return new Window(before.plus(other.before), after.plus(other.after));
    }
}
