package com.sessionanalyzer.standalone.split;

import java.lang.reflect.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The settings of all services, with their defaults. */
final class DeclaredSettings {

    private DeclaredSettings() {}

    static Map<String, String> all() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> settings = new TreeMap<>(Map.of("csa.topics.partitions", "6"));
        scanner.findCandidateComponents("com.sessionanalyzer").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .forEach(properties -> settings.putAll(of(properties)));
        return settings;
    }

    private static Map<String, String> of(Class<?> properties) {
        String prefix = properties.getAnnotation(ConfigurationProperties.class).value();
        Map<String, String> settings = new TreeMap<>();
        for (Parameter parameter : properties.getDeclaredConstructors()[0].getParameters()) {
            DefaultValue value = AnnotationUtils.getAnnotation(parameter, DefaultValue.class);
            settings.put(
                    prefix + "." + kebab(parameter.getName()), value == null ? "" : String.join(",", value.value()));
        }
        return settings;
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
