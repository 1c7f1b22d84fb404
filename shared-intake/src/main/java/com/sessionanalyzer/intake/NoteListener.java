package com.sessionanalyzer.intake;

/** Hears of the notes of a batch as soon as they are committed, before anybody else does. */
@FunctionalInterface
interface NoteListener {

    void committed(GroupTransaction.Written written);
}
