package com.sessionanalyzer.ingest.body;

import com.sessionanalyzer.page.ProblemType;
import java.io.IOException;

/** A body that cannot be read to its end, and why, in a sentence for people. */
public final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;

    public UnreadableBodyException(ProblemType type, String sentence) {
        super(sentence);
        this.type = type;
    }

    public ProblemType type() {
        return type;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
