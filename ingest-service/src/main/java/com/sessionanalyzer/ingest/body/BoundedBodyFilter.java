package com.sessionanalyzer.ingest.body;

import com.sessionanalyzer.page.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bounds the bodies of posts, whether their length is announced or not. It stands before all that reads them. */
public final class BoundedBodyFilter extends OncePerRequestFilter {

    private final DataSize limit;

    public BoundedBodyFilter(DataSize limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(new BoundedRequest(request, Math.toIntExact(limit.toBytes())), response);
        } catch (ProblemException refused) {
            request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, refused);
            response.sendError(refused.problem().status().value());
        }
    }
}
