package com.sessionanalyzer.page;

import com.sessionanalyzer.schema.Position;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** Remembers for half a minute what this browser wrote last, so that its next pages contain it. */
public final class PositionCookie {

    static final String NAME = "csa-position";

    private static final Duration LIFE = Duration.ofSeconds(30);

    private PositionCookie() {}

    /** Remembers the position; the beginning is not worth remembering. */
    public static void write(HttpServletResponse response, Position position) {
        if (!position.offsets().isEmpty()) {
            Cookies.set(response, NAME, position.toString().replace(',', '.'), LIFE);
        }
    }

    /** What pages of this request must contain; the beginning when nothing, or nothing readable, is remembered. */
    public static Position read(HttpServletRequest request) {
        try {
            return Position.parse(Cookies.get(request, NAME).orElse("").replace('.', ','));
        } catch (IllegalArgumentException unreadable) {
            return Position.BEGINNING;
        }
    }
}
