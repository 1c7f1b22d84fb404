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

    private static final String METRICS = "/actuator/prometheus";

    private final AccessDeniedHandler refusals;
    private final boolean trusted;

    /**
     * @param trusted whether only a proxy, and who monitors, can reach the server
     */
    RequestSourceFilter(AccessDeniedHandler refusals, boolean trusted) {
        this.refusals = refusals;
        this.trusted = trusted;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> refusal = isAskedByMonitor(request)
                ? Optional.empty()
                : RequestSource.wrongHost(request).or(() -> RequestSource.foreignPage(request));
        if (refusal.isPresent()) {
            refusals.handle(request, response, new RefusedRequestException(refusal.get()));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Prometheus asks by the name that it knows the service under, and cannot be told to use another. */
    private boolean isAskedByMonitor(HttpServletRequest request) {
        return trusted && METRICS.equals(request.getRequestURI()) && "GET".equals(request.getMethod());
    }
}
