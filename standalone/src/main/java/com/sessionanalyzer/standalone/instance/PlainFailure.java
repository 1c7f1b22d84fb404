package com.sessionanalyzer.standalone.instance;

/** Something that a person can put right; the message is the one plain sentence that says what. */
public final class PlainFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PlainFailure(String message) {
        super(message);
    }

    public PlainFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
