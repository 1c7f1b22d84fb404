package com.sessionanalyzer.page;

import com.sessionanalyzer.schema.Position;
import java.util.Locale;

/**
 * A message that the next page shows once.
 *
 * @param position what the next page must already contain; the beginning when it does not matter
 */
public record Flash(Tone tone, String message, Position position) {

    private static final int MAX_LENGTH = 600;

    public Flash {
        message = message.length() <= MAX_LENGTH ? message : message.substring(0, MAX_LENGTH - 1) + "…";
    }

    public static Flash success(String message, Position position) {
        return new Flash(Tone.SUCCESS, message, position);
    }

    public static Flash failure(String message) {
        return new Flash(Tone.FAILURE, message, Position.BEGINNING);
    }

    /** How a message is meant. */
    public enum Tone {
        SUCCESS,
        WARNING,
        FAILURE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
