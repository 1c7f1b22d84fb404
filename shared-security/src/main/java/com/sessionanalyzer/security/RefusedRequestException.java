package com.sessionanalyzer.security;

import org.springframework.security.access.AccessDeniedException;

/** A request that comes from where it must not come from; the message is a sentence for people. */
public final class RefusedRequestException extends AccessDeniedException {

    private static final long serialVersionUID = 1;

    RefusedRequestException(String message) {
        super(message);
    }
}
