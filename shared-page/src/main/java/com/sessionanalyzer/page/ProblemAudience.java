package com.sessionanalyzer.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Who reads the answer to a request. */
enum ProblemAudience {
    PEOPLE,
    PROGRAMS;

    static ProblemAudience of(HttpServletRequest request) {
        return isApi(request) || acceptsOnlyJson(request) ? PROGRAMS : PEOPLE;
    }

    private static boolean isApi(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.startsWith("/api/");
    }

    private static boolean acceptsOnlyJson(HttpServletRequest request) {
        boolean json = false;
        for (Enumeration<String> values = request.getHeaders(HttpHeaders.ACCEPT); values.hasMoreElements(); ) {
            String value = values.nextElement().toLowerCase(Locale.ROOT);
            if (value.contains("html")) {
                return false;
            }
            json |= value.contains("json");
        }
        return json;
    }
}
