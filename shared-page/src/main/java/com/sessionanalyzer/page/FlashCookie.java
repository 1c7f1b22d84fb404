package com.sessionanalyzer.page;

import com.sessionanalyzer.schema.Position;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Carries a {@link Flash} over a redirect, also between services: base64url of a small JSON object, for a minute. */
public final class FlashCookie {

    static final String NAME = "csa-flash";

    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private FlashCookie() {}

    /** Sends the message, and its position as {@link PositionCookie}. */
    public static void write(HttpServletResponse response, Flash flash) {
        byte[] json = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("tone", flash.tone().code())
                .put("message", flash.message())
                .put("position", flash.position().toString()));
        Cookies.set(response, NAME, Base64.getUrlEncoder().withoutPadding().encodeToString(json), LIFE);
        PositionCookie.write(response, flash.position());
    }

    /** The message of the request, which is thereby used up; empty when there is none or it cannot be read. */
    static Optional<Flash> take(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> text = Cookies.get(request, NAME);
        text.ifPresent(present -> Cookies.clear(response, NAME));
        return text.flatMap(FlashCookie::read);
    }

    private static Optional<Flash> read(String text) {
        try {
            JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(text));
            return Optional.of(new Flash(
                    tone(json.path("tone").asString("")),
                    json.path("message").asString(""),
                    Position.parse(json.path("position").asString(""))));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static Flash.Tone tone(String code) {
        for (Flash.Tone tone : Flash.Tone.values()) {
            if (tone.code().equals(code)) {
                return tone;
            }
        }
        throw new IllegalArgumentException("tone must be success, warning or failure");
    }
}
