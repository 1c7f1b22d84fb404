package com.sessionanalyzer.page;

import jakarta.servlet.http.HttpServletRequest;

/** A link in the navigation of every page, in ascending order. */
public record NavigationEntry(String path, String label, int order) {

    /** Whether the request is for this entry's page or one below it. */
    public boolean leadsTo(HttpServletRequest request) {
        String requested = request.getRequestURI();
        return requested.equals(path) || (path.length() > 1 && requested.startsWith(path + "/"));
    }
}
