package com.sessionanalyzer.query.request;

import com.sessionanalyzer.page.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses questions to the API with a parameter that the handler does not declare, as an argument or in its description: a
 * misspelled filter must not answer as if there were none.
 */
final class KnownParameters implements HandlerInterceptor {

    private static final int MOST_SHOWN = 100;

    private final String packages;
    private final Map<HandlerMethod, SortedSet<String>> known = new ConcurrentHashMap<>();

    /**
     * Of handlers in these packages, which may share their process with others.
     */
    KnownParameters(String packages) {
        this.packages = packages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isQuestion(request) && isOurs(method)) {
            SortedSet<String> names = known.computeIfAbsent(method, KnownParameters::declared);
            request.getParameterMap().keySet().stream()
                    .filter(name -> !names.contains(name))
                    .sorted()
                    .findFirst()
                    .ifPresent(name -> {
                        throw unknown(name, names);
                    });
        }
        return true;
    }

    private static boolean isQuestion(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.GET.name())
                || request.getMethod().equals(HttpMethod.HEAD.name());
    }

    private boolean isOurs(HandlerMethod method) {
        return (method.getBeanType().getPackageName() + ".").startsWith(packages + ".");
    }

    private static SortedSet<String> declared(HandlerMethod method) {
        SortedSet<String> names = new TreeSet<>();
        for (MethodParameter argument : method.getMethodParameters()) {
            RequestParam annotation = argument.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(annotation.name().isEmpty() ? name(argument) : annotation.name());
            }
        }
        Operation operation = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Operation.class);
        Stream.concat(
                        operation == null ? Stream.empty() : Stream.of(operation.parameters()),
                        AnnotatedElementUtils.findMergedRepeatableAnnotations(method.getMethod(), Parameter.class)
                                .stream())
                .filter(parameter -> parameter.in() == ParameterIn.QUERY)
                .forEach(parameter -> names.add(parameter.name()));
        return names;
    }

    private static String name(MethodParameter argument) {
        String name = argument.getParameter().getName();
        if (!argument.getParameter().isNamePresent()) {
            throw new IllegalStateException("the names of arguments are not compiled in: " + argument);
        }
        return name;
    }

    private static ProblemException unknown(String name, SortedSet<String> names) {
        String shown = name.length() > MOST_SHOWN ? name.substring(0, MOST_SHOWN) + "…" : name;
        return ApiParameters.wrong(
                shown,
                names.isEmpty()
                        ? "is not known here, where there are no parameters"
                        : "is not known here; there are " + String.join(", ", names));
    }
}
