package com.sessionanalyzer.intake.text;

/** Recognises a line of UTF-8 that shows nothing, one byte after the other. */
public final class BlankBytes {

    private final CharacterBytes characters = new CharacterBytes();
    private boolean blank = true;
    private boolean open;

    /** Begins a line. */
    public void reset() {
        characters.reset();
        blank = true;
        open = false;
    }

    /** Looks at the next byte of the line, which ends no line. */
    public void see(byte b) {
        if (blank) {
            int character = characters.see(b);
            open = character == CharacterBytes.MORE;
            blank = open || Characters.isSpace((char) character) || Characters.isInvisible((char) character);
        }
    }

    /** Whether nothing visible was seen; within a character that is not known. */
    public boolean mayBeBlank() {
        return blank;
    }

    /** Whether nothing visible is in the line, if it ends here. */
    public boolean isBlank() {
        return blank && !open;
    }
}
