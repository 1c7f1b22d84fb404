package com.sessionanalyzer.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests that reach this machine under a foreign name, and changes that a foreign page asks for. */
final class RequestSourceFilter extends OncePerRequestFilter {

    private final AccessDeniedHandler refusals;

    RequestSourceFilter(AccessDeniedHandler refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> refusal = RequestSource.wrongHost(request).or(() -> RequestSource.foreignPage(request));
        if (refusal.isPresent()) {
            refusals.handle(request, response, new RefusedRequestException(refusal.get()));
        } else {
            chain.doFilter(request, response);
        }
    }
}
