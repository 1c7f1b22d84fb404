package com.sessionanalyzer.intake.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the lines of one record. */
final class TextRecordBuilder<L extends Enum<L> & Label> {

    private final String text;
    private final int start;
    private final int line;
    private final Map<L, TextField> fields;
    private final List<Stray> strays = new ArrayList<>(0);
    private final List<Integer> escapes = new ArrayList<>(0);
    private int moreStrays;
    private @Nullable L closing;
    private int closingLine;
    private int closingStart;
    private @Nullable Flaw closingFlaw;

    TextRecordBuilder(Class<L> type, String text, Lines first) {
        this.text = text;
        this.start = first.start();
        this.line = first.number();
        this.fields = new EnumMap<>(type);
    }

    boolean has(L label) {
        return fields.containsKey(label);
    }

    boolean isClosing() {
        return closing != null;
    }

    void field(L label, Lines at) {
        fields.put(label, new TextField(OneLine.of(text, at.colon() + 1, at.end()), at.number(), at.flaw()));
    }

    void stray(boolean repeated, Lines at) {
        if (strays.size() < TextRecord.MAX_STRAYS) {
            strays.add(new Stray(at.number(), OneLine.of(text, at.start(), at.end()), repeated, at.flaw()));
        } else {
            moreStrays++;
        }
    }

    void beginClosing(L label, Lines at) {
        closing = label;
        closingLine = at.number();
        closingStart = at.colon() + 1;
        closingFlaw = at.flaw();
    }

    void continueClosing(Lines at, int escape) {
        if (closingFlaw == null) {
            closingFlaw = at.flaw();
        }
        if (escape >= 0) {
            escapes.add(escape);
        }
    }

    TextRecord<L> build(int end) {
        if (closing != null) {
            fields.put(closing, new TextField(FreeText.of(closingText(end)), closingLine, closingFlaw));
        }
        return new TextRecord<>(line, text.substring(start, visibleEnd(end)), fields, strays, moreStrays);
    }

    private int visibleEnd(int end) {
        int visible = end;
        while (visible > start && Characters.isSpace(text.charAt(visible - 1))) {
            visible--;
        }
        return visible;
    }

    private String closingText(int end) {
        StringBuilder unescaped = new StringBuilder(end - closingStart);
        int copied = closingStart;
        for (int escape : escapes) {
            unescaped.append(text, copied, escape);
            copied = escape + 1;
        }
        return unescaped.append(text, copied, end).toString();
    }
}
