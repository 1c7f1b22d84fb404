package com.sessionanalyzer.torture;

/** Somebody who works with the product, step by step, each of which is brought to its end whatever is killed meanwhile. */
interface Client {

    String name();

    void step() throws InterruptedException;
}
