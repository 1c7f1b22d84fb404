package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.query.session.rejection.FieldText.Place;
import com.sessionanalyzer.query.session.rejection.LabelledFieldText.Line;
import com.sessionanalyzer.schema.session.RecordFormat;
import com.sessionanalyzer.schema.session.SessionRejection;
import com.sessionanalyzer.schema.session.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text of a rejection line by line, with what is wrong in each. */
public final class TextLines {

    private final SessionRejection rejection;
    private final FieldText fields;
    private final List<Line> lines;

    private TextLines(SessionRejection rejection) {
        this.rejection = rejection;
        this.fields = FieldText.of(rejection.format(), rejection.text());
        this.lines = LabelledFieldText.lines(rejection.text());
    }

    static TextLines of(SessionRejection rejection) {
        return new TextLines(rejection);
    }

    /**
     * One line of the text.
     *
     * @param number   from 1
     * @param before   the line up to what is wrong in it; all of it when nothing is
     * @param marked   what is wrong; empty when nothing is
     * @param after    the rest
     * @param messages what is wrong, as sentences
     */
    public record Marked(int number, String before, String marked, String after, List<String> messages) {

        public Marked {
            messages = List.copyOf(messages);
        }

        public boolean isWrong() {
            return !messages.isEmpty();
        }
    }

    /** The line of the text that a violation is about, from 1. */
    int line(Violation violation) {
        if (rejection.format() == RecordFormat.TEXT) {
            int first = Math.max(1, rejection.origin().line());
            return Math.max(1, Math.min(lines.size(), violation.line() - first + 1));
        }
        Place place = fields.find(violation.field());
        return place == null ? (rejection.format() == RecordFormat.CSV ? Math.min(2, lines.size()) : 1) : at(place);
    }

    private int at(Place place) {
        for (int number = 1; number <= lines.size(); number++) {
            if (place.start() < lines.get(number - 1).next()) {
                return number;
            }
        }
        return lines.size();
    }

    /** All lines, without empty ones at the end. */
    List<Marked> all() {
        List<Marked> marked = new ArrayList<>();
        for (int number = 1; number <= lines.size(); number++) {
            marked.add(marked(number));
        }
        while (marked.size() > 1 && isEmpty(marked.get(marked.size() - 1))) {
            marked.remove(marked.size() - 1);
        }
        return marked;
    }

    private static boolean isEmpty(Marked line) {
        return !line.isWrong() && line.before().isBlank();
    }

    private Marked marked(int number) {
        Line line = lines.get(number - 1);
        String text = rejection.text().substring(line.start(), line.end());
        List<Violation> here = rejection.violations().stream()
                .filter(violation -> line(violation) == number)
                .toList();
        if (here.isEmpty()) {
            return new Marked(number, text, "", "", List.of());
        }
        Set<String> messages = new LinkedHashSet<>();
        here.forEach(violation -> messages.add(violation.message()));
        Place place = here.size() == 1 ? placeIn(line, here.get(0)) : null;
        if (place == null) {
            boolean isMarked = here.stream().anyMatch(this::isThere);
            return new Marked(number, isMarked ? "" : text, isMarked ? text : "", "", List.copyOf(messages));
        }
        return new Marked(
                number,
                rejection.text().substring(line.start(), place.start()),
                rejection.text().substring(place.start(), place.end()),
                rejection.text().substring(place.end(), line.end()),
                List.copyOf(messages));
    }

    /** Whether it is about something that stands in the text, and not about what is missing. */
    private boolean isThere(Violation violation) {
        return !violation.rule().equals("required") || fields.find(violation.field()) != null;
    }

    /** Where in the line the value stands, in formats that have all of them in one. */
    private @Nullable Place placeIn(Line line, Violation violation) {
        Place place = rejection.format() == RecordFormat.TEXT ? null : fields.find(violation.field());
        boolean isWithin = place != null && place.start() >= line.start() && place.end() <= line.end();
        return isWithin ? place : null;
    }
}
