package com.sessionanalyzer.standalone.kubernetes;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** As much of {@code kustomize} as our directories use; what they do not use is refused. */
final class Kustomization {

    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "resources",
            "configMapGenerator",
            "generatorOptions",
            "images",
            "replicas",
            "patches");

    private final Path directory;
    private final Map<String, Object> content;

    private Kustomization(Path directory, Map<String, Object> content) {
        this.directory = directory;
        this.content = content;
        if (!KNOWN.containsAll(content.keySet())) {
            throw new AssertionError("this renderer knows " + KNOWN + ", " + directory + " has " + content.keySet());
        }
    }

    static List<Manifest> render(Path directory) {
        return new Kustomization(
                        directory,
                        Yaml.read(directory.resolve("kustomization.yaml")).get(0))
                .manifests();
    }

    private List<Manifest> manifests() {
        List<Manifest> manifests = new ArrayList<>();
        entries("resources")
                .forEach(resource -> manifests.addAll(resource(directory.resolve(String.valueOf(resource)))));
        entries("configMapGenerator").forEach(generator -> manifests.add(configMap(Yaml.map(generator))));
        return manifests.stream()
                .map(this::patched)
                .map(this::withImages)
                .map(this::withReplicas)
                .map(this::inNamespace)
                .collect(toCollection(ArrayList::new));
    }

    private static List<Manifest> resource(Path resource) {
        return Files.isDirectory(resource)
                ? render(resource.normalize())
                : Yaml.read(resource).stream().map(Manifest::new).toList();
    }

    private Manifest configMap(Map<String, Object> generator) {
        Map<String, Object> data = new LinkedHashMap<>();
        Yaml.list(requireNonNull(generator.get("files")))
                .forEach(file -> data.put(String.valueOf(file), text(directory.resolve(String.valueOf(file)))));
        return new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of("name", requireNonNull(generator.get("name"))),
                "data",
                data));
    }

    private Manifest patched(Manifest manifest) {
        Manifest patched = manifest;
        for (Object patch : entries("patches")) {
            Path file = directory.resolve(String.valueOf(Yaml.map(patch).get("path")));
            Manifest change = new Manifest(Yaml.read(file).get(0));
            if (change.id().equals(manifest.id())) {
                patched = new Manifest(Merge.of(patched.content(), change.content()));
            }
        }
        return patched;
    }

    private Manifest withImages(Manifest manifest) {
        Manifest result = manifest;
        for (Object entry : entries("images")) {
            Map<String, Object> image = Yaml.map(entry);
            result = result.withImage(
                    String.valueOf(image.get("name")), image.get("newName") + ":" + image.get("newTag"));
        }
        return result;
    }

    private Manifest withReplicas(Manifest manifest) {
        Manifest result = manifest;
        for (Object entry : entries("replicas")) {
            Map<String, Object> replicas = Yaml.map(entry);
            if (manifest.hasReplicas() && manifest.name().equals(replicas.get("name"))) {
                result = new Manifest(Merge.of(
                        result.content(), Map.of("spec", Map.of("replicas", requireNonNull(replicas.get("count"))))));
            }
        }
        return result;
    }

    private Manifest inNamespace(Manifest manifest) {
        Object namespace = content.get("namespace");
        return namespace == null || manifest.kind().equals("Namespace")
                ? manifest
                : new Manifest(Merge.of(manifest.content(), Map.of("metadata", Map.of("namespace", namespace))));
    }

    private List<Object> entries(String key) {
        Object entries = content.get(key);
        return entries == null ? List.of() : Yaml.list(entries);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
