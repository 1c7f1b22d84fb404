package com.sessionanalyzer.standalone.kubernetes;

import static java.util.Objects.requireNonNull;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One object of the Kubernetes API. */
record Manifest(Map<String, Object> content) {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final Set<String> WORKLOADS = Set.of("StatefulSet", "Deployment");

    String kind() {
        return String.valueOf(content.get("kind"));
    }

    String name() {
        return String.valueOf(Yaml.map(requireNonNull(content.get("metadata"))).get("name"));
    }

    String id() {
        return kind() + "/" + name();
    }

    boolean hasReplicas() {
        return WORKLOADS.contains(kind());
    }

    Map<String, Object> spec() {
        return Yaml.map(requireNonNull(content.get("spec")));
    }

    /** What a pod of this workload is made from. */
    Map<String, Object> podSpec() {
        Map<String, Object> template = Yaml.map(requireNonNull(spec().get("template")));
        return Yaml.map(requireNonNull(template.get("spec")));
    }

    Map<String, Object> container() {
        List<Object> containers = Yaml.list(requireNonNull(podSpec().get("containers")));
        if (containers.size() != 1) {
            throw new AssertionError(id() + " must have one container, has " + containers.size());
        }
        return Yaml.map(containers.get(0));
    }

    Manifest withImage(String name, String image) {
        if (!hasReplicas() || !String.valueOf(container().get("image")).startsWith(name + ":")) {
            return this;
        }
        List<Object> containers = new ArrayList<>(List.of(Merge.of(container(), Map.of("image", image))));
        return new Manifest(Merge.of(
                content, Map.of("spec", Map.of("template", Map.of("spec", Map.of("containers", containers))))));
    }

    /**
     * Holds it against the schema of the API, in which no field may be unknown, and none that is required be missing.
     *
     * @throws IllegalArgumentException when it is not as the schema says
     */
    void requireSchema() {
        JsonElement json = new Gson().toJsonTree(content);
        try {
            Class.forName(MODELS + model())
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, json);
        } catch (InvocationTargetException invalid) {
            throw new IllegalArgumentException(id() + ": " + invalid.getCause(), invalid);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalArgumentException(id() + " is of no known kind and version", unknown);
        }
    }

    /** As in {@code V1StatefulSet} of {@code apps/v1}. */
    private String model() {
        String version = String.valueOf(content.get("apiVersion")).replaceFirst("^.*/", "");
        return version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1) + kind();
    }
}
