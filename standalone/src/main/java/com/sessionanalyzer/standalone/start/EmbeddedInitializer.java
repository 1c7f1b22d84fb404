package com.sessionanalyzer.standalone.start;

import com.sessionanalyzer.standalone.instance.DataDirectory;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded parts beside the context: they come up while configuration classes are read, and are ready before the
 * first bean is made. They stop after the context is closed.
 */
final class EmbeddedInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final DataDirectory directory;
    private final Launch.Preparation preparation;

    EmbeddedInitializer(DataDirectory directory, Launch.Preparation preparation) {
        this.directory = directory;
        this.preparation = preparation;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean withKafka = !isConfigured(environment, "spring.kafka.bootstrap-servers");
        boolean withDatabase = !isConfigured(environment, "spring.datasource.url");
        EmbeddedParts parts = EmbeddedParts.start(directory, withKafka, withDatabase);
        SpringApplication.getShutdownHandlers().add(parts::close);
        Map<String, Object> settings = new HashMap<>();
        environment.getPropertySources().addFirst(new MapPropertySource("embedded-parts", settings));
        context.addBeanFactoryPostProcessor(beans -> {
            settings.putAll(parts.settings());
            preparation.run(environment, withKafka);
        });
    }

    /** Whether somebody set it, beside the defaults that the services ship. */
    private static boolean isConfigured(ConfigurableEnvironment environment, String setting) {
        return environment.getPropertySources().stream()
                .filter(source -> !source.getName().contains("class path resource"))
                .filter(source -> !source.getName().equals("configurationProperties"))
                .anyMatch(source -> source.containsProperty(setting));
    }
}
