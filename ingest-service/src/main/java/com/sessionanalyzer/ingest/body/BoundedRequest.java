package com.sessionanalyzer.ingest.body;

import static com.sessionanalyzer.page.ProblemType.MALFORMED_REQUEST;
import static com.sessionanalyzer.page.ProblemType.TOO_LARGE;
import static com.sessionanalyzer.page.ProblemType.UNSUPPORTED_MEDIA_TYPE;

import com.sessionanalyzer.page.ProblemException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** A request whose body is read once, at first need, and never beyond a limit. A form's fields come from the body alone. */
final class BoundedRequest extends HttpServletRequestWrapper {

    private final int limit;
    private byte @Nullable [] body;
    private @Nullable Map<String, List<String>> form;

    BoundedRequest(HttpServletRequest request, int limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new BodyStream(body());
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return isForm()
                ? form().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, field -> field.getValue().toArray(new String[0])))
                : super.getParameterMap();
    }

    private boolean isForm() {
        String type = getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private Map<String, List<String>> form() {
        if (form == null) {
            form = FormBody.parse(body());
        }
        return form;
    }

    private byte[] body() {
        if (body == null) {
            requirePlain();
            requireBounded(getContentLengthLong());
            byte[] read = bytes();
            requireBounded(read.length);
            body = read;
        }
        return body;
    }

    private byte[] bytes() {
        try {
            return super.getInputStream().readNBytes(limit + 1);
        } catch (IOException broken) {
            throw ProblemException.of(MALFORMED_REQUEST, "The body of the request broke off.");
        }
    }

    private void requirePlain() {
        String encoding = getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw ProblemException.of(UNSUPPORTED_MEDIA_TYPE, "Send the body without Content-Encoding.");
        }
    }

    private void requireBounded(long length) {
        if (length > limit) {
            throw ProblemException.of(
                    TOO_LARGE, "The body must have at most " + limit + " bytes. Nothing of it was stored.");
        }
    }
}
