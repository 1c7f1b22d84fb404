package com.sessionanalyzer.intake.text;

/** Takes records one after the other, until it wants no more. */
@FunctionalInterface
public interface Receiver<T> {

    /** Takes a record, and answers whether another is wanted. */
    boolean receive(T record);
}
