package com.sessionanalyzer.page;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Gives every described problem its schema and, unless it has an example of its own, the usual answer of its status. */
final class ProblemDescription implements OpenApiCustomizer {

    private static final String NAME = "Problem";

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents().addSchemas(NAME, schema());
        api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(List::stream)
                .forEach(operation -> operation.getResponses().forEach(ProblemDescription::complete));
    }

    private static void complete(String status, ApiResponse response) {
        MediaType problem = response.getContent() == null
                ? null
                : response.getContent().get(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem == null) {
            return;
        }
        problem.setSchema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + NAME));
        if (problem.getExample() == null && problem.getExamples() == null) {
            problem.setExample(Problems.of(Integer.parseInt(status)).members());
        }
    }

    private static Schema<?> schema() {
        Map<String, Schema<?>> members = new LinkedHashMap<>();
        members.put("type", of("string", "address of a page that explains this type of problem"));
        members.put("title", of("string", "the type of problem in a few words"));
        members.put("status", of("integer", "the HTTP status"));
        members.put("detail", of("string", "what went wrong this time"));
        members.put("error", of("string", "the detail again, for clients that know no Problem Details"));
        Schema<?> problem = of("object", "Problem Details (RFC 9457); some types have further members");
        members.forEach(problem::addProperty);
        problem.setRequired(List.copyOf(members.keySet()));
        problem.setAdditionalProperties(true);
        return problem;
    }

    private static Schema<?> of(String type, String description) {
        return new JsonSchema().typesItem(type).description(description);
    }
}
