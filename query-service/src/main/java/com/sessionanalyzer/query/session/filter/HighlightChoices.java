package com.sessionanalyzer.query.session.filter;

import com.sessionanalyzer.schema.session.Highlight;
import com.sessionanalyzer.schema.session.HighlightType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be asked of highlights: any, none, or one of a type. */
public final class HighlightChoices {

    public static final String ANY = "any";
    public static final String NONE = "none";

    private static final List<HighlightType> TYPES = List.of(HighlightType.values());

    private HighlightChoices() {}

    public static List<String> codes() {
        return Stream.concat(
                        Stream.of(ANY, NONE),
                        Arrays.stream(HighlightType.values()).map(HighlightType::code))
                .toList();
    }

    /** What a choice is called on a page. */
    public static String label(String code) {
        return switch (code) {
            case ANY -> "Any";
            case NONE -> "None";
            default -> HighlightType.of(code).map(HighlightType::label).orElse(code);
        };
    }

    /** The small number that stands for a type in columns; 0 stands for no highlight. */
    public static int number(HighlightType type) {
        return TYPES.indexOf(type) + 1;
    }

    /** The code that a small number stands for. */
    public static String ofNumber(int number) {
        return number == 0 ? NONE : TYPES.get(number - 1).code();
    }

    static boolean accept(Set<String> choices, @Nullable Highlight highlight) {
        if (choices.isEmpty()) {
            return true;
        }
        return highlight == null
                ? choices.contains(NONE)
                : choices.contains(ANY) || choices.contains(highlight.type().code());
    }
}
