package com.sessionanalyzer.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into records of labelled lines. A record begins at its opening label, once the record before has one, and ends
 * with free text: from the closing label on, every line belongs to that, except one that opens a record. Within the free
 * text a backslash before the opening label keeps a line there.
 */
public final class LabelledText<L extends Enum<L> & Label> {

    private static final char ESCAPE = '\\';

    private final Class<L> type;
    private final Labels<L> labels;
    private final L opening;
    private final L closing;

    /**
     * The grammar of one kind of text.
     *
     * @param opening the label that begins a record
     * @param closing the label whose value is all the rest of a record
     */
    public LabelledText(Class<L> type, L opening, L closing) {
        this.type = type;
        this.labels = new Labels<>(type);
        this.opening = opening;
        this.closing = closing;
    }

    /**
     * Hands over each record of the text as soon as its end is seen, until the receiver wants no more. Lines that are blank
     * before the first record belong to none.
     */
    public void read(String text, Receiver<TextRecord<L>> receiver) {
        read(text, 1, receiver);
    }

    private void read(String text, int firstLine, Receiver<TextRecord<L>> receiver) {
        TextRecordBuilder<L> record = null;
        Lines lines = new Lines(text, firstLine);
        while (lines.next()) {
            L label = label(text, lines);
            if (record != null && label == opening && (record.isClosing() || record.has(opening))) {
                if (!receiver.receive(record.build(lines.start()))) {
                    return;
                }
                record = null;
            }
            if (record == null) {
                if (lines.isBlank()) {
                    continue;
                }
                record = new TextRecordBuilder<>(type, text, lines);
            }
            add(record, label, text, lines);
        }
        if (record != null) {
            receiver.receive(record.build(text.length()));
        }
    }

    /** The first record of the text. */
    public Optional<TextRecord<L>> first(String text) {
        return first(text, 1);
    }

    /**
     * The first record of a text.
     *
     * @param firstLine number of the text's first line
     */
    public Optional<TextRecord<L>> first(String text, int firstLine) {
        List<TextRecord<L>> first = new ArrayList<>(1);
        read(text, firstLine, record -> {
            first.add(record);
            return false;
        });
        return first.stream().findFirst();
    }

    private @Nullable L label(String text, Lines lines) {
        return lines.colon() < 0 ? null : labels.at(text, lines.start(), lines.colon());
    }

    private void add(TextRecordBuilder<L> record, @Nullable L label, String text, Lines lines) {
        if (record.isClosing()) {
            record.continueClosing(lines, escapeAt(text, lines));
        } else if (label == closing) {
            record.beginClosing(closing, lines);
        } else if (label != null && !record.has(label)) {
            record.field(label, lines);
        } else if (!lines.isBlank()) {
            record.stray(label != null, lines);
        }
    }

    /** The free text as it must stand after its label, so that reading gives it back. */
    public String guarded(String freeText) {
        StringBuilder guarded = new StringBuilder(freeText.length());
        Lines lines = new Lines(freeText);
        int copied = 0;
        while (lines.next()) {
            int first = Characters.skipBlank(freeText, lines.start(), lines.end());
            if (lines.number() > 1 && (opens(freeText, first, lines) || escapeAt(freeText, lines) >= 0)) {
                guarded.append(freeText, copied, first).append(ESCAPE);
                copied = first;
            }
        }
        return guarded.append(freeText, copied, freeText.length()).toString();
    }

    /** Index of the backslash that keeps the line from opening a record; -1 when there is none. */
    private int escapeAt(String text, Lines lines) {
        if (lines.colon() < 0) {
            return -1;
        }
        int first = Characters.skipBlank(text, lines.start(), lines.colon());
        int label = first;
        while (label < lines.colon() && text.charAt(label) == ESCAPE) {
            label++;
        }
        return label > first && opens(text, label, lines) ? first : -1;
    }

    private boolean opens(String text, int start, Lines lines) {
        return lines.colon() >= start && Labels.matches(opening.text(), text, start, lines.colon());
    }
}
