package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.query.session.rejection.FieldText.Place;
import com.sessionanalyzer.schema.session.CustomerName;
import com.sessionanalyzer.schema.session.RecordFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One change that puts many records right: to one field, in the same way, and to nothing else. Doing it twice is doing it once.
 *
 * @param field      name on the wire of the field that is changed
 * @param from       the value to map, or what to strip; for strip, empty means all but a whole number
 * @param to         the value to set, or the new name of the field
 * @param ignoreCase whether {@code from} means any case of its letters
 */
record FixRule(Kind kind, String field, String from, String to, boolean ignoreCase) {

    static final int MAX_LENGTH = 1000;

    private static final Pattern ONE_NUMBER =
            Pattern.compile("(\\D*?)(\\d{1,3}(?:[,' \\u00a0]\\d{3})+|\\d+)(?:[.,]0{1,2})?\\D*");
    private static final Pattern PART_OF_NUMBER = Pattern.compile(".*[-−–.,+]\\s*", Pattern.DOTALL);
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");

    /** The ways of changing a field. */
    enum Kind {
        /** Replaces a value by another. */
        MAP,
        /** Takes something away from a value. */
        STRIP,
        /** Gives a field that is missing a value. */
        DEFAULT,
        /** Gives a field another name. */
        RENAME,
        /** Takes a field away. */
        CLEAR;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence for people, when the rule says nothing that can be done
     */
    FixRule {
        field = field.strip();
        from = CustomerName.collapse(from);
        to = field.equals(SessionField.OBSERVATION.wireName()) ? to.strip() : CustomerName.collapse(to);
        require(!field.isEmpty(), "field must name a field");
        require(
                field.length() <= MAX_LENGTH && from.length() <= MAX_LENGTH && to.length() <= MAX_LENGTH,
                "field, from and to must have at most " + MAX_LENGTH + " characters each");
        boolean isKnown = SessionField.byName().containsKey(field);
        require(
                isKnown || kind == Kind.RENAME || kind == Kind.CLEAR,
                "field must be one of "
                        + String.join(", ", SessionField.byName().keySet()));
        require(kind != Kind.MAP || !from.isEmpty(), "from must be the value that is to be replaced");
        require(
                !to.isEmpty() || kind == Kind.STRIP || kind == Kind.CLEAR,
                kind == Kind.RENAME
                        ? "to must be the new name of the field"
                        : "to must be the value that is to be set");
        require(
                kind != Kind.RENAME || SessionField.byName().containsKey(to),
                "to must be one of " + String.join(", ", SessionField.byName().keySet()));
        require(kind != Kind.RENAME || !isKnown || !field.equals(to), "to must be another name");
        require(
                kind != Kind.STRIP || !from.isEmpty() || FieldNames.isNumber(field),
                "from must be what is to be stripped; only a field of numbers can do without");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** What the audit log keeps of it: no text that somebody typed or sent, so a field that is none of ours has no name. */
    Map<String, String> facts() {
        return Map.of("rule", kind.code(), "field", SessionField.byName().containsKey(field) ? field : "another");
    }

    /** The text of a record after the change; the same when there is nothing to change. */
    String apply(RecordFormat format, String text) {
        FieldText fields = FieldText.of(format, text);
        return switch (kind) {
            case MAP -> mapped(fields, text);
            case STRIP -> stripped(fields, text);
            case DEFAULT -> defaulted(fields, text);
            case RENAME -> fields.rename(field, to);
            case CLEAR -> fields.clear(field);
        };
    }

    private String mapped(FieldText fields, String text) {
        Place place = fields.find(field);
        return place == null || !matches(CustomerName.collapse(place.value())) ? text : fields.set(field, to);
    }

    private boolean matches(String value) {
        return ignoreCase ? value.equalsIgnoreCase(from) : value.equals(from);
    }

    private String stripped(FieldText fields, String text) {
        Place place = fields.find(field);
        if (place == null) {
            return text;
        }
        String value = CustomerName.collapse(place.value());
        String less = from.isEmpty() ? number(value) : without(value);
        return less.equals(value) ? text : fields.set(field, less);
    }

    private String defaulted(FieldText fields, String text) {
        Place place = fields.find(field);
        return place == null || place.isBlank() ? fields.set(field, to) : text;
    }

    /** The only whole number in the value; the value itself when it has none, several or another kind of number. */
    private static String number(String value) {
        Matcher number = ONE_NUMBER.matcher(value);
        boolean isOne =
                number.matches() && !PART_OF_NUMBER.matcher(number.group(1)).matches();
        return isOne ? NOT_A_DIGIT.matcher(number.group(2)).replaceAll("") : value;
    }

    /** Until nothing of it is left, since taking it away can bring together more of it. */
    private String without(String value) {
        Pattern unwanted =
                Pattern.compile(Pattern.quote(from), ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        String rest = value;
        String before;
        do {
            before = rest;
            rest = CustomerName.collapse(unwanted.matcher(before).replaceAll(""));
        } while (!rest.equals(before));
        return rest;
    }
}
