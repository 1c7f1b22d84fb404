package com.sessionanalyzer.ingest.session;

import com.sessionanalyzer.intake.IdempotencyKey;
import com.sessionanalyzer.page.ProblemException;
import com.sessionanalyzer.schema.Position;
import com.sessionanalyzer.security.Organization;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes as many records as one likes in one post. A server that finds the connection broken gives an answer of its own,
 * unless it finds a better one in the request.
 */
@RestController
final class SessionBulk implements SessionBulkApi {

    private static final String PATH = "/api/sessions/bulk";

    private final BulkHeads heads;
    private final BulkPosts posts;
    private final JsonMapper json;

    SessionBulk(BulkHeads heads, BulkPosts posts, JsonMapper json) {
        this.heads = heads;
        this.posts = posts;
        this.json = json;
    }

    @Override
    @PostMapping(
            path = PATH,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    public @Nullable ResponseEntity<BulkAnswer> post(
            HttpServletRequest request,
            HttpServletResponse response,
            Organization organization,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestParam(name = "name", defaultValue = "") String name)
            throws IOException {
        BulkHead head = heads.of(request, organization, dryRun);
        try {
            if (head.itemised()) {
                itemised(head, request.getInputStream(), response);
                return null;
            }
            return answer(posts.accept(head, request.getInputStream(), BulkResults.NONE));
        } catch (ProblemException broken) {
            if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
                request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, broken);
            }
            throw broken;
        }
    }

    /** No id of a record is {@code bulk}, so this path is not the one of a record. */
    @Hidden
    @SuppressWarnings("DoNotCallSuggester")
    @RequestMapping(
            path = PATH,
            method = {RequestMethod.GET, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE})
    void otherMethod(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.of(HttpMethod.POST.name()));
    }

    private static ResponseEntity<BulkAnswer> answer(BulkRun run) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> {
                    if (!run.head().dryRun()) {
                        headers.set(Position.HEADER, run.delivery().position().toString());
                    }
                    if (run.wasComplete()) {
                        headers.set(IdempotencyKey.REPLAYED, "true");
                    }
                })
                .body(BulkAnswer.of(run));
    }

    private void itemised(BulkHead head, InputStream body, HttpServletResponse response) {
        try (BulkItemLines lines = new BulkItemLines(response, json)) {
            try {
                lines.end(BulkAnswer.of(posts.accept(head, body, lines)));
            } catch (ProblemException broken) {
                if (!lines.isBegun()) {
                    throw broken;
                }
                lines.end(broken.problem().members());
            }
        }
    }
}
