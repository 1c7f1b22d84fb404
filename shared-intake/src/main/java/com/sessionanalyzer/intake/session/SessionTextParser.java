package com.sessionanalyzer.intake.session;

import static com.sessionanalyzer.intake.session.SessionField.CUSTOMER;
import static com.sessionanalyzer.intake.session.SessionField.DESTINATION;
import static com.sessionanalyzer.intake.session.SessionField.OBSERVATION;
import static com.sessionanalyzer.intake.session.SessionField.REGION;
import static com.sessionanalyzer.intake.session.SessionField.SOURCE;
import static com.sessionanalyzer.intake.session.SessionField.TIME_CONSUMED;

import com.sessionanalyzer.intake.text.Flaw;
import com.sessionanalyzer.intake.text.LabelledText;
import com.sessionanalyzer.intake.text.Receiver;
import com.sessionanalyzer.intake.text.Stray;
import com.sessionanalyzer.intake.text.TextField;
import com.sessionanalyzer.intake.text.TextRecord;
import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads session records from labelled text. The rules are in {@code docs/record-text.md}. */
public final class SessionTextParser {

    /** In UTF-16 units; a longer record is rejected unread. */
    public static final int MAX_RECORD_LENGTH = 100_000;

    static final String TOO_LONG = "A record must have at most " + MAX_RECORD_LENGTH + " characters";

    static final LabelledText<SessionField> GRAMMAR = new LabelledText<>(SessionField.class, CUSTOMER, OBSERVATION);

    private SessionTextParser() {}

    /** All records of a text, in its order. */
    public static List<Parsed> parse(String text, Terms terms) {
        return parse(text, terms, Integer.MAX_VALUE);
    }

    /** The first records of a text, in its order. */
    public static List<Parsed> parse(String text, Terms terms, int limit) {
        List<Parsed> parsed = new ArrayList<>();
        read(text, terms, record -> {
            parsed.add(record);
            return parsed.size() < limit;
        });
        return parsed;
    }

    /** Hands over each record of a text as soon as its end is seen, until the receiver wants no more. */
    public static void read(String text, Terms terms, Receiver<Parsed> receiver) {
        GRAMMAR.read(text, record -> receiver.receive(parse(record, terms)));
    }

    /** The one record of a text that begins at the given line of its post. */
    static Parsed one(String text, int line, Terms terms) {
        return GRAMMAR.first(text, line).map(record -> parse(record, terms)).orElseGet(() -> tooLong(line, text));
    }

    /** The customer whom the text of a record names, whatever else is wrong with it; empty when it names none. */
    public static String customer(String record) {
        return GRAMMAR.first(record)
                .map(first -> first.fields().get(CUSTOMER))
                .map(field -> CustomerLine.of(field.value()).name())
                .orElse("");
    }

    private static Parsed parse(TextRecord<SessionField> record, Terms terms) {
        Findings findings = new Findings(record.line());
        if (record.text().length() > MAX_RECORD_LENGTH) {
            return tooLong(record.line(), record.text());
        }
        strays(record, findings);
        flaws(record.fields(), findings);
        SessionReading reading = new SessionReading(record.fields(), terms, findings);
        TextField customerField = record.fields().get(CUSTOMER);
        CustomerLine line = CustomerLine.of(customerField == null ? "" : customerField.value());
        String customer = reading.customer(line.name());
        String region = reading.requiredLine(REGION);
        int sessions = reading.sessions();
        String source = reading.requiredLine(SOURCE);
        String destination = reading.requiredLine(DESTINATION);
        Integer minutes = minutes(record.fields(), line.bracketMinutes(), findings);
        Instant uploadedAt = reading.uploadedAt();
        Highlight highlight = reading.hasHighlightFields() ? reading.highlight() : null;
        String observation = reading.observation();
        return findings.outcome(
                RecordFormat.TEXT,
                record.text(),
                () -> new SessionDraft(
                        customer, region, sessions, source, destination, minutes, observation, highlight, uploadedAt));
    }

    private static Parsed tooLong(int line, String text) {
        Findings findings = new Findings(line);
        findings.reject(Findings.RECORD, line, text, "too-long", TOO_LONG);
        return findings.rejected(RecordFormat.TEXT, text);
    }

    private static void strays(TextRecord<SessionField> record, Findings findings) {
        for (Stray stray : record.strays()) {
            if (stray.flaw() != null) {
                findings.rejectFlaw(Findings.RECORD, stray.flaw(), stray.text());
            } else if (stray.repeated()) {
                findings.warn(
                        stray.line(), stray.text(), "repeated", "This label was there before; the first one counts");
            } else {
                findings.warn(
                        stray.line(), stray.text(), "unknown-line", "This line has no known label and is not recorded");
            }
        }
        if (record.moreStrays() > 0) {
            String message = record.moreStrays()
                    + " more lines have no known label, or one that was there before, and are not recorded";
            int last = record.strays().get(record.strays().size() - 1).line();
            findings.warn(last, "", "unknown-line", message);
        }
    }

    private static void flaws(Map<SessionField, TextField> fields, Findings findings) {
        for (Map.Entry<SessionField, TextField> field : fields.entrySet()) {
            Flaw flaw = field.getValue().flaw();
            if (flaw != null) {
                findings.rejectFlaw(
                        field.getKey().wireName(), flaw, field.getValue().value());
            }
        }
    }

    private static @Nullable Integer minutes(
            Map<SessionField, TextField> fields, @Nullable Integer bracket, Findings findings) {
        TextField line = TextField.present(fields.get(TIME_CONSUMED));
        Integer minutes = line == null ? null : Numerals.minutes(line.value());
        if (minutes != null) {
            return inRange(minutes, TIME_CONSUMED, line, findings);
        }
        if (line != null) {
            String rest = bracket == null ? "no time is recorded" : "the time in the customer's brackets counts";
            findings.warn(TIME_CONSUMED, line, "not-a-number", "Time consumed is not a number of minutes; " + rest);
        }
        return bracket == null ? null : inRange(bracket, CUSTOMER, fields.get(CUSTOMER), findings);
    }

    private static @Nullable Integer inRange(
            int minutes, SessionField at, @Nullable TextField value, Findings findings) {
        if (SessionDraft.isWithin(minutes, SessionRecord.MAX_MINUTES)) {
            return minutes;
        }
        String message = "Time consumed must be between 1 and 120 minutes; no time is recorded";
        findings.warn(at, value, "out-of-range", message);
        return null;
    }
}
