package com.sessionanalyzer.security;

import jakarta.servlet.http.HttpServletRequest;

/** Answers for which organization and by whom a request is made; never from its payload. */
public interface Caller {

    Organization organization(HttpServletRequest request);

    Actor actor(HttpServletRequest request);
}
