package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.items.ItemLimits;
import com.sessionanalyzer.intake.items.UnreadableContentException;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one record from text that stands by itself, as rejections keep it. */
public final class SessionRecordText {

    private static final int ONE_CHUNK = 1 << 16;

    private SessionRecordText() {}

    /** The outcome of the one record; a text of none, or of more, is rejected. */
    public static Parsed parse(RecordFormat format, String text, Terms terms) {
        return switch (format) {
            case TEXT -> one(format, text, SessionTextParser.parse(text, terms, 2));
            case JSON -> SessionJson.parse(text, 0, terms);
            case CSV -> one(format, text, rows(text, terms));
        };
    }

    private static Parsed one(RecordFormat format, String text, List<Parsed> records) {
        if (records.size() == 1) {
            return records.get(0);
        }
        return records.isEmpty()
                ? rejected(format, text, 1, "required", "There must be a record")
                : rejected(format, text, records.get(1).line(), "many-records", "There must be one record only");
    }

    private static Parsed rejected(RecordFormat format, String text, int line, String rule, String message) {
        Violation violation = new Violation(Findings.RECORD, line, "", rule, message);
        return new Parsed.Rejected(line, format, text, List.of(violation));
    }

    private static List<Parsed> rows(String text, Terms terms) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ItemLimits limits = new ItemLimits(ONE_CHUNK, 2, Math.max(content.length, 1));
        List<Parsed> rows = new ArrayList<>();
        try (SessionItems items = SessionItems.open(BulkFormat.CSV, new ByteArrayInputStream(content), limits)) {
            for (Segment next = items.next(); next != null && rows.size() < 2; next = items.next()) {
                rows.addAll(next.parse(terms));
            }
            return rows;
        } catch (UnreadableContentException unreadable) {
            return List.of(rejected(
                    RecordFormat.CSV, text, (int) unreadable.line(), unreadable.rule(), unreadable.sentence()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
