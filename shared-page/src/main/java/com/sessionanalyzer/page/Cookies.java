package com.sessionanalyzer.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Reads and writes cookies that only this origin's servers see. */
final class Cookies {

    private Cookies() {}

    static Optional<String> get(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    static void set(HttpServletResponse response, String name, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Strict")
                        .maxAge(life)
                        .build()
                        .toString());
    }

    static void clear(HttpServletResponse response, String name) {
        set(response, name, "", Duration.ZERO);
    }
}
