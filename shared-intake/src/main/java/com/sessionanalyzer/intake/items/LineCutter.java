package com.sessionanalyzer.intake.items;

/** Cuts at line feeds; lines of spaces, tabs and carriage returns are no items. */
final class LineCutter extends Cutter {

    private boolean visible;

    @Override
    int cut(byte[] bytes, int limit, boolean last) {
        int index = scanned();
        while (!visible && index < limit && bytes[index] != '\n') {
            byte b = bytes[index++];
            visible = b != ' ' && b != '\t' && b != '\r';
        }
        while (index < limit && bytes[index] != '\n') {
            index++;
        }
        if (index < limit) {
            return end(index + 1, 1);
        }
        boolean isLastLine = last && limit > begin();
        scannedTo(limit);
        return isLastLine ? end(limit, 1) : MORE;
    }

    private int end(int index, int lines) {
        boolean isItem = visible;
        visible = false;
        return done(index, isItem, lines, Fault.NONE);
    }
}
