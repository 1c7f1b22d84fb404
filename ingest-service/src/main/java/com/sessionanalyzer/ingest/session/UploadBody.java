package com.sessionanalyzer.ingest.session;

import static com.sessionanalyzer.page.ProblemType.MALFORMED_REQUEST;

import com.sessionanalyzer.intake.session.Parsed;
import com.sessionanalyzer.intake.session.SessionJson;
import com.sessionanalyzer.intake.session.SessionTextParser;
import com.sessionanalyzer.intake.session.StrictJson;
import com.sessionanalyzer.intake.session.Terms;
import com.sessionanalyzer.page.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the JSON body of an upload: the text of many records, or the fields of one. */
final class UploadBody {

    private static final String SESSION_DATA = "session_data";

    private UploadBody() {}

    /**
     * All records of the body, in its order; never none.
     *
     * @throws ProblemException when the body is not what the endpoint reads, or holds more records than the limit
     */
    static List<Parsed> parse(byte[] body, Terms terms, int limit) {
        JsonNode object = object(body);
        if (object.isEmpty()) {
            throw ProblemException.of(MALFORMED_REQUEST, Refusals.NO_DATA);
        }
        if (!object.has(SESSION_DATA)) {
            return List.of(SessionJson.parse(object, new String(body, StandardCharsets.UTF_8), terms));
        }
        if (object.size() > 1) {
            throw unprocessable("Send either session_data or the fields of one record, not both.");
        }
        return records(text(object.get(SESSION_DATA)), terms, limit);
    }

    private static List<Parsed> records(String text, Terms terms, int limit) {
        List<Parsed> records = SessionTextParser.parse(text, terms, limit + 1);
        if (records.isEmpty()) {
            throw ProblemException.of(MALFORMED_REQUEST, Refusals.NO_DATA);
        }
        if (records.size() > limit) {
            throw unprocessable(Refusals.tooMany(limit));
        }
        return records;
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode json = StrictJson.read(body);
            if (json.isObject()) {
                return json;
            }
            throw ProblemException.of(
                    MALFORMED_REQUEST,
                    "The body must be a JSON object with session_data, or with the fields of one record.");
        } catch (JacksonException broken) {
            throw ProblemException.of(MALFORMED_REQUEST, "The body is not JSON that can be read" + at(broken) + ".");
        }
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            throw ProblemException.of(MALFORMED_REQUEST, Refusals.NO_DATA);
        }
        if (!value.isString()) {
            throw ProblemException.of(MALFORMED_REQUEST, "session_data must be text.");
        }
        return value.asString();
    }

    private static String at(JacksonException broken) {
        return broken.getLocation() == null || broken.getLocation().getLineNr() < 1
                ? ""
                : ", from line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + " on";
    }

    private static ProblemException unprocessable(String detail) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                MALFORMED_REQUEST.slug(),
                "The request cannot be processed",
                detail,
                Map.of());
    }
}
