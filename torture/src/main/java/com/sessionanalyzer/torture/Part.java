package com.sessionanalyzer.torture;

/** A process of the installation that can be killed and started again. */
interface Part extends AutoCloseable {

    Victim victim();

    /** Starts it on the data that it left behind; returns before it serves. */
    void start();

    /** Ends it at once, as {@code kill -9} does. */
    void kill();

    boolean isAlive();

    /** Whether it does its work now. */
    boolean isServing();

    /** What it printed. */
    String output();

    @Override
    void close();
}
