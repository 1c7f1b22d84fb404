package com.sessionanalyzer.benchmarks;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring MVC that reads a post and answers as the product would, with nothing in between. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@RestController
public class BareMvc {

    private static final Map<String, String> ANSWER =
            Map.of("id", "019a9e2b-3f00-7000-8c1d-2a5b7c9d0e1f", "status", "recorded");

    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(BareMvc.class)
                .properties(
                        "spring.config.name=bare-mvc",
                        "server.address=127.0.0.1",
                        "server.port=0",
                        "spring.main.banner-mode=off")
                .run();
        int port = requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        System.out.println(PostedTo.LISTENS + port);
    }

    @PostMapping("/api/upload")
    ResponseEntity<Map<String, String>> post(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        return ResponseEntity.status(body.length > 0 ? HttpStatus.CREATED : HttpStatus.BAD_REQUEST)
                .body(ANSWER);
    }
}
