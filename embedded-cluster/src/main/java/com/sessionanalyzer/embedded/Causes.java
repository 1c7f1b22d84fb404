package com.sessionanalyzer.embedded;

import org.jspecify.annotations.Nullable;

/** What went wrong first. */
final class Causes {

    private Causes() {}

    /** The innermost message, without a full stop. */
    static String first(Throwable failure) {
        Throwable first = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            first = cause;
        }
        String message = first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
        return message.strip().replaceFirst("\\.$", "");
    }
}
