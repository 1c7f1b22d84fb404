package com.sessionanalyzer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI description of a running service, and what must hold for all of it. */
public final class ApiDescription {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode api;

    public ApiDescription(String json) {
        this.api = JSON.readTree(json);
    }

    /** Every operation is named and explained, every content has an example, and names are those on the wire. */
    public ApiDescription isComplete() {
        operations().forEach(ApiDescription::assertExplained);
        contents()
                .forEach(content -> assertThat(content.has("example") || content.has("examples"))
                        .as("example of %s", content)
                        .isTrue());
        assertThat(schemas())
                .allSatisfy(schema -> assertThat(schema.getValue().propertyNames())
                        .as(schema.getKey())
                        .isNotEmpty()
                        .allMatch(name -> name.matches("[a-z_]+"))
                        .doesNotContain("organization"));
        assertThat(api.get("servers")
                        .valueStream()
                        .map(server -> server.get("url").asString()))
                .containsExactly("/");
        return this;
    }

    /** The properties of a schema, in no particular order. */
    public Collection<String> properties(String schema) {
        return api.at("/components/schemas/" + schema + "/properties").propertyNames();
    }

    /** The description, or a missing node, at a JSON pointer. */
    public JsonNode at(String pointer) {
        return api.at(pointer);
    }

    private static void assertExplained(JsonNode operation) {
        assertThat(operation.path("summary").asString(""))
                .as(operation.toString())
                .isNotBlank();
        assertThat(operation.path("operationId").asString("")).matches("[a-z]+[A-Z][A-Za-z]+");
        assertThat(operation.path("parameters").valueStream())
                .noneMatch(parameter -> parameter.get("name").asString().equals("organization"));
    }

    private List<JsonNode> operations() {
        return api.get("paths").valueStream().flatMap(JsonNode::valueStream).toList();
    }

    private Stream<JsonNode> contents() {
        return operations().stream()
                .flatMap(operation -> Stream.concat(
                        Stream.of(operation.path("requestBody")),
                        operation.get("responses").valueStream()))
                .flatMap(body -> body.path("content").valueStream());
    }

    private List<Map.Entry<String, JsonNode>> schemas() {
        return api.at("/components/schemas").properties().stream()
                .map(schema -> Map.entry(schema.getKey(), schema.getValue().path("properties")))
                .toList();
    }
}
