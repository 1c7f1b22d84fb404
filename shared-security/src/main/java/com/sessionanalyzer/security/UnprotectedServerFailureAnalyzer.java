package com.sessionanalyzer.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints why an unprotected server does not start, instead of a stack trace. */
final class UnprotectedServerFailureAnalyzer extends AbstractFailureAnalyzer<UnprotectedServerException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnprotectedServerException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set server.address to 127.0.0.1, or leave it out. When only a proxy that listens on loopback can reach the"
                        + " server, as in a network of containers, set csa.security.trusted-network=true.",
                cause);
    }
}
