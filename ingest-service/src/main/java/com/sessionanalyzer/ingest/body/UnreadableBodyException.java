package com.sessionanalyzer.ingest.body;

import com.sessionanalyzer.page.ProblemType;
import java.io.IOException;

/** A body that cannot be read to its end, and why, in a sentence for people. */
public final class UnreadableBodyException extends IOException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final boolean isDamaged;

    public UnreadableBodyException(ProblemType type, String sentence) {
        this(type, sentence, false);
    }

    private UnreadableBodyException(ProblemType type, String sentence, boolean isDamaged) {
        super(sentence);
        this.type = type;
        this.isDamaged = isDamaged;
    }

    /** What was read before may be wrong, too. */
    static UnreadableBodyException damaged(String sentence) {
        return new UnreadableBodyException(ProblemType.UNREADABLE_CONTENT, sentence, true);
    }

    /** Whether what was read before may be other than what was to be sent. */
    public boolean isDamaged() {
        return isDamaged;
    }

    public ProblemType type() {
        return type;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
