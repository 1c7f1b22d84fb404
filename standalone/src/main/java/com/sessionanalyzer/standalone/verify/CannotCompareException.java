package com.sessionanalyzer.standalone.verify;

/** Something is not there to be compared; the message is one plain sentence. */
public final class CannotCompareException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotCompareException(String message) {
        super(message);
    }

    CannotCompareException(String message, Throwable cause) {
        super(message, cause);
    }
}
