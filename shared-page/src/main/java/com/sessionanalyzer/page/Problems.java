package com.sessionanalyzer.page;

import static com.sessionanalyzer.page.ProblemType.INTERNAL;
import static com.sessionanalyzer.page.ProblemType.INVALID_PARAMETER;
import static com.sessionanalyzer.page.ProblemType.MALFORMED_REQUEST;
import static com.sessionanalyzer.page.ProblemType.UNAVAILABLE;

import com.sessionanalyzer.security.RefusedRequestException;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says about an exception what may be said outside: never its own words, unless they were meant for people. */
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Problem of(Throwable exception) {
        if (exception instanceof ProblemException known) {
            return known.problem();
        }
        if (exception instanceof RefusedRequestException refused) {
            return Problem.of(ProblemType.FORBIDDEN, String.valueOf(refused.getMessage()));
        }
        if (exception instanceof CsrfException) {
            return Problem.of(
                    ProblemType.FORBIDDEN,
                    "The form carried no valid token, perhaps because it was open for long, or cookies are switched off."
                            + " Nothing was changed. Go back, reload the page and send the form again.");
        }
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return Problem.of(
                    INVALID_PARAMETER, "The parameter " + mismatch.getName() + " has a value of a wrong form.");
        }
        if (exception instanceof TypeMismatchException || exception instanceof MissingRequestValueException) {
            return Problem.of(INVALID_PARAMETER, "A parameter is missing or has a value of a wrong form.");
        }
        if (exception instanceof InvalidParameterException) {
            return Problem.of(
                    MALFORMED_REQUEST, "The address or the form has an escape that is none, or is not in UTF-8.");
        }
        if (exception instanceof HttpMessageNotReadableException) {
            return Problem.of(MALFORMED_REQUEST, "The body of the request could not be read.");
        }
        if (exception instanceof AsyncRequestTimeoutException) {
            return Problem.of(UNAVAILABLE, "The answer took too long.");
        }
        if (exception instanceof ErrorResponse response) {
            return of(response.getStatusCode().value(), exception);
        }
        return unexpected(exception);
    }

    /** The problem of a bare status, as a servlet container reports it. */
    static Problem of(int status) {
        ProblemType type = ProblemType.of(status);
        HttpStatus resolved = HttpStatus.resolve(status);
        return new Problem(
                resolved == null ? type.status() : resolved, type.slug(), type.title(), type.meaning(), Map.of());
    }

    private static Problem of(int status, Throwable exception) {
        return status < 500 ? of(status) : unexpected(exception);
    }

    private static Problem unexpected(Throwable exception) {
        log.atError().setCause(exception).log("A request failed unexpectedly");
        return Problem.of(INTERNAL, INTERNAL.meaning());
    }
}
