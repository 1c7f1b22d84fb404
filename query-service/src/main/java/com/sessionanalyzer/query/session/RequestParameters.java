package com.sessionanalyzer.query.session;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.query.request.ApiParameters;
import com.sessionanalyzer.schema.Position;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads parameters of the API; a wrong one is a problem that names it and its rule. */
public final class RequestParameters {

    private RequestParameters() {}

    /** A number in this range; another when there is none. */
    public static int number(String name, @Nullable String text, int otherwise, int min, int max) {
        return ApiParameters.number(name, text, otherwise, min, max);
    }

    /** The id that the text is. */
    public static UUID id(String text) {
        return ApiParameters.id(text);
    }

    /** What an answer must contain: everything that both the parameter and the header name. */
    public static Position after(@Nullable String parameter, @Nullable String header) {
        return ApiParameters.after(parameter, header);
    }

    /** The problem of a parameter that breaks this rule. */
    public static ProblemException wrong(String parameter, String rule) {
        return ApiParameters.wrong(parameter, rule);
    }
}
