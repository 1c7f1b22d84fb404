package com.sessionanalyzer.intake.items;

import com.sessionanalyzer.intake.text.BlankBytes;
import com.sessionanalyzer.intake.text.Label;
import com.sessionanalyzer.intake.text.LabelBytes;
import com.sessionanalyzer.intake.text.LineBreaks;

/**
 * Cuts labelled text into records: exactly where {@link com.sessionanalyzer.intake.text.LabelledText} ends one and begins
 * the next.
 */
final class RecordCutter extends Cutter {

    private final LabelBytes opening;
    private final LabelBytes closing;
    private final BlankBytes blank = new BlankBytes();
    private final int maxUndecided;
    private int lineStart;
    private int breaks;

    /** Whether the line may still turn out to open a record. */
    private boolean undecided;

    /** Whether the record has any line that is not blank. */
    private boolean begun;

    /** Whether the next opening label begins another record; it does for ever once there was one. */
    private boolean armed;

    RecordCutter(Label opening, Label closing, int maxUndecided) {
        this.opening = new LabelBytes(opening);
        this.closing = new LabelBytes(closing);
        this.maxUndecided = maxUndecided;
    }

    @Override
    int cut(byte[] bytes, int limit, boolean last) {
        int index = scanned();
        while (index < limit) {
            byte b = bytes[index];
            int length = LineBreaks.mayBegin(b) ? LineBreaks.at(bytes, index, limit, last) : 0;
            if (length == LineBreaks.UNKNOWN) {
                break;
            }
            if (length > 0) {
                index += length;
                if (endLine(index)) {
                    return end(index);
                }
            } else {
                index++;
                if (undecided && see(b, index)) {
                    return end(lineStart);
                }
            }
        }
        scannedTo(index);
        return last && limit > begin() ? endOfContent(limit) : MORE;
    }

    /** Ends a line; true when it is a blank one before the first record. */
    private boolean endLine(int next) {
        breaks++;
        begun |= undecided && !blank.isBlank();
        beginLine(next);
        return !begun;
    }

    private void beginLine(int index) {
        lineStart = index;
        undecided = true;
        opening.reset();
        closing.reset();
        blank.reset();
    }

    /** Looks at a byte of a line that is not decided; true when it begins another record. */
    private boolean see(byte b, int next) {
        LabelBytes.Match opens = opening.see(b);
        if (opens == LabelBytes.Match.YES && armed && lineStart > begin()) {
            return true;
        }
        undecided = opens == LabelBytes.Match.OPEN;
        if (!armed) {
            LabelBytes.Match closes = closing.see(b);
            blank.see(b);
            armed = opens == LabelBytes.Match.YES || closes == LabelBytes.Match.YES;
            undecided |= closes == LabelBytes.Match.OPEN || (!begun && blank.mayBeBlank());
            begun |= !undecided;
        }
        if (undecided && next - lineStart > maxUndecided) {
            undecided = false;
            begun = true;
        }
        return false;
    }

    private int endOfContent(int limit) {
        begun |= undecided && !blank.isBlank();
        breaks += lineStart < limit ? 1 : 0;
        return end(limit);
    }

    private int end(int index) {
        boolean isItem = begun;
        int lines = breaks;
        breaks = 0;
        begun = armed;
        beginLine(index);
        return done(index, isItem, lines, Fault.NONE);
    }

    @Override
    void startAt(int index) {
        super.startAt(index);
        beginLine(index);
    }

    @Override
    int needed() {
        return undecided ? lineStart : scanned();
    }

    @Override
    void move(int by) {
        super.move(by);
        lineStart += by;
    }

    @Override
    void moveScanned(int by) {
        super.moveScanned(by);
        lineStart += by;
    }
}
