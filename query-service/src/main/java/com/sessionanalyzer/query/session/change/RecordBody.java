package com.sessionanalyzer.query.session.change;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionDraft;
import com.sessionanalyzer.intake.session.SessionJson;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.page.ProblemType;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a correction: the fields of a record as an upload has them. It may carry along what cannot be corrected, as a
 * record that was read has it, if it is the same.
 */
record RecordBody(ObjectNode fields, String text) {

    private static final int MAX_BYTES = 1 << 20;
    private static final List<String> LASTING = List.of("id", "created_at");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .maxTokenCount(10_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static RecordBody read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw ProblemException.of(ProblemType.TOO_LARGE, "A record may take at most 1 MiB.");
        }
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json instanceof ObjectNode object) {
                return new RecordBody(object, new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (JacksonException broken) {
            throw ProblemException.of(ProblemType.MALFORMED_REQUEST, "The body is not JSON that can be read.");
        }
        throw ProblemException.of(
                ProblemType.MALFORMED_REQUEST, "The body must be a JSON object with the fields of one record.");
    }

    /**
     * What the record is to say.
     *
     * @throws ProblemException with every rule that the body breaks
     */
    SessionDraft draft(SessionRecord record, Terms terms) {
        List<Violation> violations = new ArrayList<>();
        ObjectNode rest = fields.deepCopy();
        for (String name : LASTING) {
            JsonNode sent = rest.remove(name);
            if (sent != null && !sent.asString("").equals(lasting(record, name))) {
                violations.add(new Violation(name, 0, sent.toString(), "read-only", name + " cannot be corrected"));
            }
        }
        Parsed parsed = SessionJson.parse(rest, text, terms);
        if (parsed instanceof Parsed.Accepted accepted && violations.isEmpty()) {
            return accepted.draft();
        }
        if (parsed instanceof Parsed.Rejected rejected) {
            violations.addAll(rejected.violations());
        }
        throw invalid(violations);
    }

    private static String lasting(SessionRecord record, String name) {
        return name.equals("id") ? record.id().toString() : record.createdAt().toString();
    }

    private static ProblemException invalid(List<Violation> violations) {
        String detail =
                violations.stream().map(Violation::message).distinct().collect(Collectors.joining(". ", "", "."));
        return ProblemException.of(
                ProblemType.INVALID_RECORD, "The record was not corrected. " + detail, Map.of("errors", violations));
    }
}
