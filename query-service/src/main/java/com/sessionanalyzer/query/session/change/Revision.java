package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.query.request.ApiParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revisions of a record that a change may be made to, as {@code If-Match} (RFC 9110, 13.1.1) or a form says. */
final class Revision {

    private static final String WEAK = "W/";
    private static final Pattern LIST = Pattern.compile(
            "[ \\t]*(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"[ \\t]*(?:,[ \\t]*(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"[ \\t]*)*");

    private final IntPredicate allowed;
    private final IntPredicate weaklyNamed;

    private Revision(IntPredicate allowed, IntPredicate weaklyNamed) {
        this.allowed = allowed;
        this.weaklyNamed = weaklyNamed;
    }

    static Revision any() {
        return new Revision(current -> true, current -> false);
    }

    static Revision of(int seen) {
        return new Revision(current -> current == seen, current -> false);
    }

    /** Of a header that must be there. */
    static Revision required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Say with If-Match which revision you have seen: the ETag of GET, such as \"0\". Nothing was changed.");
        }
        return of(ifMatch);
    }

    /** Of a header that may be there. */
    static Revision optional(@Nullable String ifMatch) {
        return ifMatch == null ? any() : of(ifMatch);
    }

    private static Revision of(String ifMatch) {
        if (ifMatch.strip().equals("*")) {
            return any();
        }
        if (!LIST.matcher(ifMatch).matches()) {
            throw ApiParameters.wrong("If-Match", "must be an ETag in quotes, such as \"0\"");
        }
        List<String> tags = Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
        return new Revision(current -> tags.contains(tag(current)), current -> tags.contains(WEAK + tag(current)));
    }

    /** The revision that a form was opened with; empty when it says none. */
    static OptionalInt ofForm(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    /**
     * Refuses a change to another revision.
     *
     * @throws ProblemException when the current revision is none of these
     */
    void require(int current) {
        if (!allowed.test(current)) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_FAILED,
                    refusal(current) + " Nothing was changed.",
                    Map.of("revision", current));
        }
    }

    private String refusal(int current) {
        return weaklyNamed.test(current)
                ? "A weak tag never matches in If-Match; send " + tag(current) + " instead of " + WEAK + tag(current)
                        + "."
                : "The record is at revision " + current + " now, so somebody changed it meanwhile.";
    }

    /** The entity tag of a revision. */
    static String tag(int revision) {
        return "\"" + revision + "\"";
    }
}
