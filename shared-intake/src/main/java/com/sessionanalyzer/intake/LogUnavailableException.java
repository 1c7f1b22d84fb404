package com.sessionanalyzer.intake;

import org.jspecify.annotations.Nullable;

/** The log cannot be reached at the moment; the same post may succeed later. */
public final class LogUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
