package com.sessionanalyzer.query.request;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.Position;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters that many endpoints share; a wrong one is a problem that names it and its rule. */
public final class ApiParameters {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private ApiParameters() {}

    public static int number(String name, @Nullable String text, int otherwise, int min, int max) {
        if (text == null) {
            return otherwise;
        }
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < min || Integer.parseInt(text) > max) {
            throw wrong(
                    name, max == Integer.MAX_VALUE ? "must be a number from " + min : "must be in " + min + ".." + max);
        }
        return Integer.parseInt(text);
    }

    public static UUID id(String text) {
        if (!ID.matcher(text).matches()) {
            throw wrong("id", "must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057");
        }
        return UUID.fromString(text);
    }

    /** A text without the space around it; blank when there is none. */
    public static String text(String name, @Nullable String text, int maxLength) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() > maxLength) {
            throw wrong(name, "must have at most " + maxLength + " characters");
        }
        if (stripped.indexOf('\0') >= 0) {
            throw wrong(name, "must not contain the character NUL");
        }
        return stripped;
    }

    /** What an answer must contain: everything that both the parameter and the header name. */
    public static Position after(@Nullable String parameter, @Nullable String header) {
        return position("after", parameter).and(position(Position.HEADER, header));
    }

    private static Position position(String name, @Nullable String text) {
        try {
            return text == null ? Position.BEGINNING : Position.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw wrong(name, "must look like 0@12,3@88");
        }
    }

    public static ProblemException wrong(String parameter, String rule) {
        return ProblemException.of(
                ProblemType.INVALID_PARAMETER,
                parameter + " " + rule + ".",
                Map.of("parameter", parameter, "rule", rule));
    }
}
