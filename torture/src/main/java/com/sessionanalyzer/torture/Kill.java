package com.sessionanalyzer.torture;

/**
 * One kill of a round.
 *
 * @param afterMillis since the round began
 * @param downMillis  until it is started again
 */
record Kill(Victim victim, int afterMillis, int downMillis) {

    @Override
    public String toString() {
        return victim.label() + " after " + afterMillis + " ms, down for " + downMillis + " ms";
    }
}
