package com.sessionanalyzer.intake.items;

/** A content of which no item can be read, such as a table without a header. */
public final class UnreadableContentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final String rule;

    /**
     * A content that breaks a rule.
     *
     * @param line     from 1
     * @param rule     its code, as in {@code unknown-column}
     * @param sentence for people
     */
    public UnreadableContentException(long line, String rule, String sentence) {
        super(sentence);
        this.line = line;
        this.rule = rule;
    }

    public long line() {
        return line;
    }

    public String rule() {
        return rule;
    }

    /** What is wrong, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
