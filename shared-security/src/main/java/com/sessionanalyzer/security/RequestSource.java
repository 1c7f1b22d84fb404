package com.sessionanalyzer.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Where a request says it comes from and goes to, and what is wrong with that. */
final class RequestSource {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private RequestSource() {}

    /** Why an unprotected server must not answer the request: a web page elsewhere may have bound its name to this machine. */
    static Optional<String> wrongHost(HttpServletRequest request) {
        return LOOPBACK_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of("No credentials are configured, so this server only answers to localhost and 127.0.0.1.");
    }

    /** Why the request must not change anything: another site's page sent it. */
    static Optional<String> foreignPage(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod()) || isOwn(request)
                ? Optional.empty()
                : Optional.of("The request was sent by a page of another site, so nothing was changed.");
    }

    private static boolean isOwn(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || authority(origin).equals(authority(request));
    }

    private static Optional<String> authority(HttpServletRequest request) {
        return Optional.of(authority(request.getServerName(), request.getServerPort()));
    }

    private static Optional<String> authority(String origin) {
        try {
            URI uri = URI.create(origin);
            int port = uri.getPort() == -1 ? defaultPort(uri.getScheme()) : uri.getPort();
            return Optional.ofNullable(uri.getHost()).map(host -> authority(host, port));
        } catch (IllegalArgumentException notAnOrigin) {
            return Optional.empty();
        }
    }

    private static String authority(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static int defaultPort(@Nullable String scheme) {
        return "https".equals(scheme) ? 443 : 80;
    }
}
