package com.sessionanalyzer.page;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** An answer that is a problem: Problem Details (RFC 9457) for programs, a page for people. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /**
     * @param type       slug of a {@link ProblemType}, as in {@code invalid-record}
     * @param detail     a sentence for people about this occurrence
     * @param properties further members of the answer; {@code error} replaces the detail under the legacy key
     */
    public ProblemException(
            HttpStatus status, String type, String title, String detail, Map<String, Object> properties) {
        this(new Problem(status, type, title, detail, properties));
    }

    private ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** A problem of the type's usual status and title. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }

    /** A problem of the type's usual status and title, with further members. */
    public static ProblemException of(ProblemType type, String detail, Map<String, Object> properties) {
        return new ProblemException(type.status(), type.slug(), type.title(), detail, properties);
    }

    public Problem problem() {
        return problem;
    }
}
