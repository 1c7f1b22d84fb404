package com.sessionanalyzer.standalone.start;

/** The heap of a JVM, as far as it can be seen and asked from within. */
interface Heap {

    /** Bytes that it has of the system. */
    long committed();

    /** How often any part of it was collected. */
    long collections();

    /** Collects all of it and makes it little larger than what is in use. */
    void shrink();
}
