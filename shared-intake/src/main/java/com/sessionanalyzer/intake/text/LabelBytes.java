package com.sessionanalyzer.intake.text;

/** Recognises a label and its colon at the beginning of a line of UTF-8, one byte after the other. */
public final class LabelBytes {

    private static final int ASCII_END = 0x80;

    private final CharacterBytes characters = new CharacterBytes();
    private final String label;
    private Match match = Match.OPEN;
    private int matched;

    public LabelBytes(Label label) {
        this.label = label.text();
    }

    /** What is known of a line. */
    public enum Match {
        OPEN,
        YES,
        NO
    }

    /** Begins a line. */
    public void reset() {
        characters.reset();
        match = Match.OPEN;
        matched = 0;
    }

    /** Looks at the next byte of the line, which ends no line. */
    public Match see(byte b) {
        if (match == Match.OPEN) {
            int character = characters.see(b);
            match = character == CharacterBytes.MORE ? Match.OPEN : see((char) character);
        }
        return match;
    }

    private Match see(char c) {
        if (Characters.isSpace(c) || Characters.isInvisible(c)) {
            return isBetweenWords() ? Match.OPEN : Match.NO;
        }
        while (matched < label.length() && label.charAt(matched) == ' ') {
            matched++;
        }
        if (matched == label.length()) {
            return Characters.isColon(c) ? Match.YES : Match.NO;
        }
        boolean isSame = c < ASCII_END && (c | ' ') == (label.charAt(matched) | ' ');
        matched += isSame ? 1 : 0;
        return isSame ? Match.OPEN : Match.NO;
    }

    private boolean isBetweenWords() {
        return matched == 0 || matched == label.length() || label.charAt(matched) == ' ';
    }
}
