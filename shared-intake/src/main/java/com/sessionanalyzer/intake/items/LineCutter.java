package com.sessionanalyzer.intake.items;

/** Cuts at line feeds; lines of spaces, tabs and carriage returns are no items. */
final class LineCutter extends Cutter {

    private boolean visible;

    @Override
    int cut(byte[] bytes, int limit, boolean last) {
        int index = scanned();
        while (index < limit) {
            byte b = bytes[index++];
            if (b == '\n') {
                return end(index, 1);
            }
            visible |= b != ' ' && b != '\t' && b != '\r';
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
