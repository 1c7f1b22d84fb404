package com.sessionanalyzer.standalone.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.standalone.split.ProxyRoutes.Service;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;

class ProxyRoutesTests {

    private final ProxyRoutes routes = ProxyRoutes.read();

    @ParameterizedTest
    @CsvSource({"ingest, INGEST", "query, QUERY"})
    void leadEveryPathOfAServiceToIt(String service, Service expected) {
        List<String> paths = paths("com.sessionanalyzer." + service);

        assertThat(paths)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(routes.of(path)).as(path).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/assets/app.css", "/problems", "/readyz", "/v3/api-docs", "/swagger-ui.html", "/inputs"})
    void leadEverythingElseToQuery(String path) {
        assertThat(routes.of(path)).isEqualTo(Service.QUERY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health"})
    void keepWhatIsForOperatorsInside(String path) {
        assertThat(routes.of(path)).isEqualTo(Service.NONE);
    }

    private static List<String> paths(String basePackage) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents(basePackage).stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(ProxyRoutesTests::paths)
                .distinct()
                .toList();
    }

    private static Stream<String> paths(Class<?> controller) {
        List<String> prefixes = mapped(AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class));
        return Arrays.stream(controller.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .flatMap(ProxyRoutesTests::mapped)
                .flatMap(path -> prefixes.stream().map(prefix -> prefix + path));
    }

    private static Stream<String> mapped(Method method) {
        return mapped(AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class)).stream();
    }

    /** The paths as a request might have them: a variable is a name like any other. */
    private static List<String> mapped(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0
                ? List.of("")
                : Arrays.stream(mapping.path())
                        .map(path -> path.replaceAll("\\{[^}]*}", "x"))
                        .toList();
    }
}
