package com.sessionanalyzer.query.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

class KnownParametersTests {

    private final KnownParameters known = new KnownParameters("com.sessionanalyzer.query");

    @ParameterizedTest
    @ValueSource(strings = {"page", "page_size", "reason", "after", "format"})
    void letsThroughWhatIsAnArgumentOrDescribed(String name) throws Exception {
        assertThat(ask("GET", "list", name)).isTrue();
    }

    @Test
    void namesWhatIsNotKnownAndWhatIs() {
        assertThatThrownBy(() -> ask("GET", "list", "pagesize"))
                .hasMessageContaining("pagesize is not known here; there are after, format, page, page_size, reason.");
        assertThatThrownBy(() -> ask("HEAD", "none", "q"))
                .hasMessageContaining("q is not known here, where there are no parameters.");
    }

    @Test
    void doesNotMistakeAPathOrAHeaderForAParameter() {
        assertThatThrownBy(() -> ask("GET", "list", "id")).hasMessageContaining("id is not known here");
        assertThatThrownBy(() -> ask("GET", "list", "Session-Position")).hasMessageContaining("not known");
    }

    @Test
    void shortensALongName() {
        assertThatThrownBy(() -> ask("GET", "none", "x".repeat(5_000)))
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void leavesOtherMethodsAndOtherPackagesAlone() throws Exception {
        assertThat(ask("POST", "none", "q")).isTrue();
        assertThat(new KnownParameters("com.sessionanalyzer.ingest")
                        .preHandle(request("GET", "q"), new MockHttpServletResponse(), handler("none")))
                .isTrue();
        assertThat(known.preHandle(request("GET", "q"), new MockHttpServletResponse(), new Object()))
                .isTrue();
    }

    private boolean ask(String method, String handler, String parameter) throws Exception {
        return known.preHandle(request(method, parameter), new MockHttpServletResponse(), handler(handler));
    }

    private static MockHttpServletRequest request(String method, String parameter) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/asked");
        request.addParameter(parameter, "1");
        return request;
    }

    private static HandlerMethod handler(String name) throws NoSuchMethodException {
        return name.equals("none")
                ? new HandlerMethod(new Asked(), Asked.class.getMethod(name))
                : new HandlerMethod(new Asked(), Asked.class.getMethod(name, String.class, String.class));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Parameter(name = "reason", in = ParameterIn.QUERY)
    @Parameter(name = "format", in = ParameterIn.QUERY)
    @interface Filtered {}

    @Retention(RetentionPolicy.RUNTIME)
    @Filtered
    @Operation(
            parameters = {
                @Parameter(name = "after", in = ParameterIn.QUERY),
                @Parameter(name = "id", in = ParameterIn.PATH),
                @Parameter(name = "Session-Position", in = ParameterIn.HEADER)
            })
    @interface Described {}

    /** A handler as controllers have them. */
    static class Asked {

        @Described
        public void list(@RequestParam String page, @RequestParam(name = "page_size") String pageSize) {}

        public void none() {}
    }
}
