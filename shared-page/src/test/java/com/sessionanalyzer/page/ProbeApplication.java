package com.sessionanalyzer.page;

import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.SecurityConfiguration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest service with pages; imports the frame twice, as the whole product in one context does. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    SecurityConfiguration.class,
    PageConfiguration.class,
    ProbeApplication.Again.class,
    ProbeApplication.Probe.class
})
class ProbeApplication {

    @Configuration(proxyBeanMethods = false)
    @Import({SecurityConfiguration.class, PageConfiguration.class})
    static class Again {}

    @RestController
    static class Probe {

        @GetMapping("/api/invalid")
        String invalid() {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "invalid-record",
                    "No record could be stored",
                    "Sessions must be a number.",
                    Map.of("error", "legacy text", "errors", List.of("first"), "status", 999));
        }

        @GetMapping({"/api/unavailable", "/unavailable"})
        String unavailable() {
            throw ProblemException.of(ProblemType.UNAVAILABLE, "The broker cannot be reached.");
        }

        @GetMapping({"/api/bug", "/bug"})
        String bug() {
            throw new IllegalStateException("secret internals");
        }

        @GetMapping(path = "/api/number", produces = MediaType.APPLICATION_JSON_VALUE)
        String number(@RequestParam int value) {
            return "number " + value;
        }

        @PostMapping(path = "/api/body", consumes = MediaType.APPLICATION_JSON_VALUE)
        Map<String, Object> body(@RequestBody Map<String, Object> body) {
            return body;
        }

        @PostMapping("/write")
        void write(HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/problems");
            FlashCookie.write(
                    response,
                    Flash.success("Stored “ž” & <b>more</b>", Position.of(3, 88).and(0, 7)));
        }

        @GetMapping("/position")
        String position(HttpServletRequest request) {
            return PositionCookie.read(request).toString();
        }
    }
}
