package com.sessionanalyzer.query.session.bar;

/** A parameter that belongs to the page and not to its filter, such as the order of its rows. */
public record KeptParameter(String name, String value) {}
