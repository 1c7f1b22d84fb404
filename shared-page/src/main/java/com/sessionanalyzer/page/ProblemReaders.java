package com.sessionanalyzer.page;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/** What a client accepts; one that reads problems in JSON reads JSON, so that no problem is in the way of another. */
final class ProblemReaders implements ContentNegotiationStrategy {

    private final HeaderContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> accepted = header.resolveMediaTypes(request);
        if (!accepted.contains(MediaType.APPLICATION_PROBLEM_JSON)) {
            return accepted;
        }
        List<MediaType> extended = new ArrayList<>(accepted);
        extended.add(MediaType.APPLICATION_JSON);
        return extended;
    }
}
