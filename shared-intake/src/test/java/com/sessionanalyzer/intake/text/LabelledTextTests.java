package com.sessionanalyzer.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledTextTests {

    private static final LabelledText<Part> TEXT = new LabelledText<>(Part.class, Part.TITLE, Part.NOTES);

    @Test
    void cutsATextIntoRecordsWithTheirLines() {
        List<TextRecord<Part>> records = read("\nTitle: a\nDue Date: today\nNotes: x\n\nTitle: b\n");

        assertThat(records).extracting(TextRecord::line).containsExactly(2, 6);
        assertThat(records)
                .extracting(TextRecord::text)
                .containsExactly("Title: a\nDue Date: today\nNotes: x", "Title: b");
        assertThat(records.get(0).fields())
                .containsEntry(Part.TITLE, new TextField("a", 2, null))
                .containsEntry(Part.DUE_DATE, new TextField("today", 3, null))
                .containsEntry(Part.NOTES, new TextField("x", 4, null));
    }

    @Test
    void stopsWhenTheReceiverHasEnough() {
        List<TextRecord<Part>> records = new ArrayList<>();

        TEXT.read("Title: a\nTitle: b\nTitle: c\n", record -> {
            records.add(record);
            return records.size() < 2;
        });

        assertThat(records).hasSize(2);
    }

    @Test
    void namesLinesThatGiveNoField() {
        TextRecord<Part> record =
                read("Title: a\nhello\nTitles: x\n Due  date :1\nDue Date: 2\n").get(0);

        assertThat(record.fields()).containsEntry(Part.DUE_DATE, new TextField("1", 4, null));
        assertThat(record.strays())
                .containsExactly(
                        new Stray(2, "hello", false, null),
                        new Stray(3, "Titles: x", false, null),
                        new Stray(5, "Due Date: 2", true, null));
    }

    @Test
    void findsTheFirstCharacterThatNoTextMayContain() {
        TextRecord<Part> record = read("Title: a\0\nNotes: x\ny\u0007\u0008").get(0);

        assertThat(record.fields())
                .containsEntry(Part.TITLE, new TextField("a\0", 1, new Flaw(1, '\0')))
                .extractingByKey(Part.NOTES)
                .extracting(TextField::flaw)
                .isEqualTo(new Flaw(3, '\u0007'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\nTitle: y", "x\n  title：y\n\\Title: z", "x\n\\\\Title: y", "x\n\nplain", "Title: y"})
    void readsGuardedFreeTextAsItWas(String freeText) {
        List<TextRecord<Part>> records = read("Title: a\nNotes: " + TEXT.guarded(freeText) + "\n");

        assertThat(records).hasSize(1);
        assertThat(records.get(0).fields())
                .extractingByKey(Part.NOTES)
                .extracting(TextField::value)
                .isEqualTo(freeText);
    }

    private static List<TextRecord<Part>> read(String text) {
        List<TextRecord<Part>> records = new ArrayList<>();
        TEXT.read(text, records::add);
        return records;
    }

    private enum Part implements Label {
        TITLE("Title"),
        DUE_DATE("Due Date"),
        NOTES("Notes");

        private final String text;

        Part(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }
}
