package com.sessionanalyzer.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Explains each type of problem, and answers for requests that failed before or after any controller. */
@Controller
final class ProblemPages implements ErrorController {

    private final ProblemAnswers answers;

    ProblemPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    @GetMapping("/problems")
    String all(Model model) {
        model.addAttribute("types", ProblemType.values());
        return "page/problems";
    }

    @GetMapping("/problems/{slug}")
    String one(@PathVariable String slug, Model model) {
        model.addAttribute("types", new ProblemType[] {
            ProblemType.of(slug)
                    .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such type of problem."))
        });
        return "page/problems";
    }

    @RequestMapping("/error")
    @Nullable
    ModelAndView failed(HttpServletRequest request, HttpServletResponse response) {
        ModelAndView answer = answers.answer(problem(request), request, response);
        return answer.isEmpty() ? null : answer;
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof Exception refused) {
            return Problems.of(refused);
        }
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent
                ? sent
                : HttpStatus.NOT_FOUND.value();
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure
                        && (failure instanceof ProblemException || status >= HttpStatus.INTERNAL_SERVER_ERROR.value())
                ? Problems.of(failure)
                : Problems.of(status);
    }
}
