package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.intake.text.LabelledText;
import com.sessionanalyzer.intake.text.TextField;
import com.sessionanalyzer.intake.text.TextRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record of labelled lines. */
final class LabelledFieldText implements FieldText {

    private static final LabelledText<SessionField> GRAMMAR =
            new LabelledText<>(SessionField.class, SessionField.CUSTOMER, SessionField.OBSERVATION);
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern GROUPS = Pattern.compile("(?:\\h*(?<!\\\\)\\[[^\\[\\]]*\\])+\\h*$");
    private static final Pattern COLON = Pattern.compile("[:\uFF1A]");

    private final String text;
    private final Optional<TextRecord<SessionField>> record;

    LabelledFieldText(String text) {
        this.text = text;
        this.record = GRAMMAR.first(text);
    }

    @Override
    public @Nullable Place find(String name) {
        SessionField field = FieldNames.field(name);
        TextField value = field == null ? null : field(field);
        if (field == null || value == null) {
            return null;
        }
        Line line = lines().get(value.line() - 1);
        int end = field == SessionField.OBSERVATION ? text.length() : line.end();
        int start = blankEnd(line.colonEnd(text), end);
        Place place = new Place(start, blankStart(start, end), value.value());
        return field == SessionField.CUSTOMER ? name(place) : place;
    }

    /** The name alone, without the groups in brackets after it, of which one gives the time. */
    private Place name(Place place) {
        Matcher groups = GROUPS.matcher(text).region(place.start(), place.end());
        int end = groups.find() ? groups.start() : place.end();
        return new Place(place.start(), end, text.substring(place.start(), end).replace("\\[", "["));
    }

    @Override
    public String set(String name, String value) {
        SessionField field = FieldNames.field(name);
        if (field == null) {
            return text;
        }
        Place place = find(name);
        if (place == null) {
            return inserted(field, value);
        }
        boolean needsSpace = place.start() > 0
                && COLON.matcher(text.substring(place.start() - 1, place.start()))
                        .matches();
        return place.replaced(text, (needsSpace ? " " : "") + written(field, value));
    }

    @Override
    public String rename(String from, String to) {
        if (find(to) != null || FieldNames.field(to) == null || FieldNames.field(from) == SessionField.OBSERVATION) {
            return text;
        }
        int observation = line(SessionField.OBSERVATION);
        for (Line line : lines().subList(0, observation == 0 ? lines().size() : observation - 1)) {
            int colonEnd = line.colonEnd(text);
            if (colonEnd > line.start()
                    && FieldNames.same(text.substring(line.start(), colonEnd - 1), from)
                    && canMoveTo(to, line)) {
                return text.substring(0, line.start()) + FieldNames.label(to) + text.substring(colonEnd - 1);
            }
        }
        return text;
    }

    /** Everything after an observation's label belongs to it, so no other line may become one. */
    private boolean canMoveTo(String name, Line line) {
        return FieldNames.field(name) != SessionField.OBSERVATION
                || line.next() >= text.stripTrailing().length();
    }

    /** Its label stays, so that another line with that label does not take its place. */
    @Override
    public String clear(String name) {
        Place place = find(name);
        return place == null ? text : place.replaced(text, "");
    }

    private String inserted(SessionField field, String value) {
        String line = field.text() + ": " + written(field, value);
        int observation = line(SessionField.OBSERVATION);
        if (field == SessionField.CUSTOMER) {
            return line + "\n" + text;
        }
        if (observation > 0) {
            int start = lines().get(observation - 1).start();
            return text.substring(0, start) + line + "\n" + text.substring(start);
        }
        boolean isOpen = !text.isEmpty() && !endsWithLineBreak();
        return text + (isOpen ? "\n" : "") + line;
    }

    private boolean endsWithLineBreak() {
        List<Line> lines = lines();
        Line last = lines.get(lines.size() - 1);
        return last.start() == last.end();
    }

    /** As the text must say it, so that it is read as this value. */
    private static String written(SessionField field, String value) {
        return switch (field) {
            case OBSERVATION -> GRAMMAR.guarded(value);
            case CUSTOMER -> value.replace("[", "\\[");
            default -> value;
        };
    }

    private @Nullable TextField field(SessionField field) {
        return record.map(found -> found.fields().get(field)).orElse(null);
    }

    private int line(SessionField field) {
        TextField found = field(field);
        return found == null ? 0 : found.line();
    }

    private int blankEnd(int from, int end) {
        int index = from;
        while (index < end && isBlank(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private int blankStart(int start, int end) {
        int index = end;
        while (index > start && isBlank(text.charAt(index - 1))) {
            index--;
        }
        return index;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private List<Line> lines() {
        return lines(text);
    }

    /** The lines of a text as the grammar counts them, and an empty one after a line break at its end. */
    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        Matcher breaks = LINE_BREAK.matcher(text);
        int start = 0;
        while (breaks.find()) {
            lines.add(new Line(start, breaks.start(), breaks.end()));
            start = breaks.end();
        }
        lines.add(new Line(start, text.length(), text.length()));
        return lines;
    }

    /**
     * One line.
     *
     * @param end  index of its line break
     * @param next index after that
     */
    record Line(int start, int end, int next) {

        /** Index after its first colon; its start when it has none. */
        int colonEnd(String text) {
            Matcher colon = COLON.matcher(text).region(start, end);
            return colon.find() ? colon.end() : start;
        }
    }
}
