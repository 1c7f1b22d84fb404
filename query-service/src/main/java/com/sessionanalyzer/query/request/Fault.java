package com.sessionanalyzer.query.request;

/**
 * A parameter that breaks a rule.
 *
 * @param rule the rest of the sentence that the name begins, as in {@code must be one of day, week, month}
 */
public record Fault(String parameter, String rule) {

    public String sentence() {
        return parameter + " " + rule + ".";
    }
}
