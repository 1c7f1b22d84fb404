package com.sessionanalyzer.ingest;

import com.sessionanalyzer.ingest.session.InputPage;
import com.sessionanalyzer.intake.MemoryLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.View;

/** The service with a log in memory, and pages that print their model. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({MemoryIngest.Twins.class, IngestConfiguration.class})
public class MemoryIngest {

    @Configuration(proxyBeanMethods = false)
    static class Twins {

        @Bean
        MemoryLog memoryLog() {
            return new MemoryLog();
        }

        @Bean("session/input")
        View inputView() {
            return new InputView();
        }
    }

    /** Prints the model of the input page. */
    private static final class InputView implements View {

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            InputPage input = model == null ? null : (InputPage) model.get("input");
            response.setContentType(getContentType());
            response.getOutputStream().write(String.valueOf(input).getBytes(StandardCharsets.UTF_8));
        }
    }
}
