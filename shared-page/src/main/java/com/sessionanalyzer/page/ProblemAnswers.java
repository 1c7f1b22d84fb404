package com.sessionanalyzer.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Answers every exception of a request with Problem Details or the problem page, whichever the client reads. */
final class ProblemAnswers implements HandlerExceptionResolver {

    private static final String RETRY_AFTER_SECONDS = "2";

    private final PageFrame frame;
    private final JsonMapper json;

    ProblemAnswers(PageFrame frame, JsonMapper json) {
        this.frame = frame;
        this.json = json;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (response.isCommitted()) {
            return exception instanceof BrokenOffException ? null : new ModelAndView();
        }
        if (exception instanceof ErrorResponse known) {
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        return answer(Problems.of(exception), request, response);
    }

    ModelAndView answer(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        if (isPassing(problem) && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return ProblemAudience.of(request) == ProblemAudience.PEOPLE
                ? page(problem, request, response)
                : details(problem, response);
    }

    /** Whether the same request may succeed later. */
    private static boolean isPassing(Problem problem) {
        return problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                || problem.type().equals(ProblemType.IN_PROGRESS.slug());
    }

    private ModelAndView page(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        ModelAndView page = new ModelAndView("page/problem", Map.of("problem", problem), problem.status());
        frame.surround(page, request, response);
        return page;
    }

    private ModelAndView details(Problem problem, HttpServletResponse response) {
        try {
            response.setStatus(problem.status().value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(problem.members()));
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
        return new ModelAndView();
    }
}
