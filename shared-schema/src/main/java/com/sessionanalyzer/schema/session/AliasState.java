package com.sessionanalyzer.schema.session;

import com.sessionanalyzer.schema.UnreadableEventException;
import java.util.Arrays;
import java.util.Locale;

/** How far a merge of two customers, or the undoing of one, has come. */
public enum AliasState {
    /** Records with the name go to the other customer; some that were there before may still be with the old one. */
    MERGING,
    /** Every record with the name is with the other customer. */
    MERGED,
    /** Records with the name stay with it again; some may still be with the other customer. */
    UNDOING,
    /** Every record with the name is where it would be if there had been no merge. */
    UNDONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether records with the name are to be those of the other customer. */
    public boolean isFollowed() {
        return this == MERGING || this == MERGED;
    }

    /** Whether records are still to be moved. */
    public boolean isUnderWay() {
        return this == MERGING || this == UNDOING;
    }

    /** What it is once no record is left to be moved. */
    public AliasState settled() {
        return isFollowed() ? MERGED : UNDONE;
    }

    static AliasState ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new UnreadableEventException("not a state of an alias: " + code));
    }
}
