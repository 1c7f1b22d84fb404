package com.sessionanalyzer.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of {@code csa start}. */
class LogFileTests {

    @TempDir
    Path directory;

    @Test
    void isForPeopleUntilToldOtherwise() throws JoranException, IOException {
        assertThat(logged(Map.of())).contains("INFO").contains("taken over").doesNotContain("{");
        assertThat(logged(Map.of("FILE_LOG_STRUCTURED_FORMAT", ""))).doesNotContain("{");
    }

    @Test
    void isForMachinesWithKeysAndTheTraceWhenToldSo() throws JoranException, IOException {
        JsonNode entry = JsonMapper.shared().readTree(logged(Map.of("FILE_LOG_STRUCTURED_FORMAT", "ecs")));

        assertThat(entry.get("message").asString()).isEqualTo("taken over");
        assertThat(entry.get("topic").asString()).isEqualTo("session-records");
        assertThat(entry.get("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    private String logged(Map<String, String> settings) throws JoranException, IOException {
        Path file = directory.resolve(settings.hashCode() + ".log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putObject(Environment.class.getName(), new MockEnvironment());
        context.putProperty("LOG_FILE", file.toString());
        settings.forEach(context::putProperty);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(getClass().getResource("/csa-start-logback.xml"));
        context.getMDCAdapter().put("traceId", "0af7651916cd43dd8448eb211c80319c");
        context.getLogger("com.sessionanalyzer.test")
                .atInfo()
                .addKeyValue("topic", "session-records")
                .log("taken over");
        context.stop();
        return Files.readString(file);
    }
}
