package com.sessionanalyzer.query.session.bar;

/** A parameter that belongs to the page and not to its filter, such as the order of its rows. */
public record KeptParameter(String name, String value) {

    static final String AS_OF = "as_of";
    static final String SEARCH = "q";

    /** Whether it decides which records are meant, so that it goes along to where they are listed. */
    boolean decidesRecords() {
        return name.equals(AS_OF) || name.equals(SEARCH);
    }
}
