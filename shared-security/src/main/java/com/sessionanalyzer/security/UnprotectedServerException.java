package com.sessionanalyzer.security;

/** A server that anybody could reach without credentials; the message is a sentence for people. */
public final class UnprotectedServerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnprotectedServerException(String message) {
        super(message);
    }
}
