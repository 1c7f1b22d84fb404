package com.sessionanalyzer.page;

import com.sessionanalyzer.security.SecurityConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers with Problem Details what the server refuses before any filter sees it, such as a broken address. */
final class UnreadableRequests extends ErrorReportValve {

    private final JsonMapper json;

    private UnreadableRequests(JsonMapper json) {
        this.json = json;
    }

    static void answeredBy(StandardHost host, JsonMapper json) {
        host.getPipeline().addValve(new UnreadableRequests(json));
        host.setErrorReportValveClass(UnreadableRequests.class.getName());
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() >= 400
                && response.getContentWritten() == 0
                && response.setErrorReported()
                && canBeSent(response)) {
            send(Problems.of(response.getStatus()), response);
        }
    }

    private static boolean canBeSent(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    private void send(Problem problem, Response response) {
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_SECURITY_POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(json.writeValueAsBytes(problem.members()));
            response.finishResponse();
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
    }
}
