package com.sessionanalyzer.security;

import jakarta.servlet.http.HttpServletRequest;

/** Answers for which organization a request is made; never from its payload. */
public interface Caller {

    Organization organization(HttpServletRequest request);
}
