package com.sessionanalyzer.intake.session;

import com.sessionanalyzer.intake.items.Chunk;
import com.sessionanalyzer.intake.items.Fault;
import com.sessionanalyzer.schema.session.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A segment whose items are read from a chunk of the content. */
record ChunkSegment(Chunk chunk, ItemReader reader) implements Segment {

    private static final String NOT_UTF_8 = "not-utf-8";

    @Override
    public int items() {
        return chunk.size();
    }

    @Override
    public long firstItem() {
        return chunk.firstItem();
    }

    @Override
    public long firstLine() {
        return chunk.line(0);
    }

    @Override
    public long endByte() {
        return chunk.endByte();
    }

    @Override
    public long endLine() {
        return chunk.endLine();
    }

    @Override
    public List<Parsed> parse(Terms terms) {
        List<Parsed> parsed = new ArrayList<>(chunk.size());
        for (int item = 0; item < chunk.size(); item++) {
            parsed.add(parse(item, terms));
        }
        return parsed;
    }

    private Parsed parse(int item, Terms terms) {
        String text = chunk.text(item);
        int line = (int) Math.min(chunk.line(item), Integer.MAX_VALUE);
        Fault fault = chunk.fault(item);
        if (fault != Fault.NONE) {
            return rejected(line, reader.kept(text), faulty(fault, line, text), List.of());
        }
        Parsed parsed = reader.read(text, line, terms);
        return chunk.isUtf8(item, text) ? parsed : notUtf8(parsed);
    }

    private Violation faulty(Fault fault, int line, String text) {
        String rule = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Violation(Findings.RECORD, line, text, rule, reader.sentence(fault));
    }

    /** Bytes that are no text reject the record, whatever could be read of it. */
    private Parsed notUtf8(Parsed parsed) {
        String message = "Text must be encoded in UTF-8; what is not is shown as \uFFFD";
        Violation violation = new Violation(Findings.RECORD, parsed.line(), parsed.text(), NOT_UTF_8, message);
        List<Violation> others = parsed instanceof Parsed.Rejected rejected ? rejected.violations() : List.of();
        String text = parsed instanceof Parsed.Rejected ? parsed.text() : reader.kept(parsed.text());
        return rejected(parsed.line(), text, violation, others);
    }

    private Parsed rejected(int line, String text, Violation violation, List<Violation> others) {
        List<Violation> violations = new ArrayList<>(others.size() + 1);
        violations.add(violation);
        violations.addAll(others);
        return new Parsed.Rejected(line, reader.format(), text, violations);
    }
}
