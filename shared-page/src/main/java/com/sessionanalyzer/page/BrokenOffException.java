package com.sessionanalyzer.page;

/** An answer that broke off after it had begun: its connection is cut, so that nobody takes what came for all of it. */
public final class BrokenOffException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokenOffException(Throwable cause) {
        super("the answer broke off after it had begun", cause);
    }
}
