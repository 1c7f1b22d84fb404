package com.sessionanalyzer.security;

/** Who asks for a change, as it is written down with it. */
public record Actor(String name) {

    /** Somebody who needs no credentials. */
    public static final Actor ANONYMOUS = new Actor("anonymous");

    private static final int MAX_LENGTH = 255;

    public Actor {
        if (name.isBlank() || name.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an actor's name must have 1 to " + MAX_LENGTH
                    + " characters and not be blank, was '" + name + "'");
        }
    }
}
