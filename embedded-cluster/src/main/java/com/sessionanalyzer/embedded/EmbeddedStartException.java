package com.sessionanalyzer.embedded;

/** An embedded part that cannot start; the message is one plain sentence for the person who starts it. */
public final class EmbeddedStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbeddedStartException(String message) {
        super(message);
    }

    public EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
