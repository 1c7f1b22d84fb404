package com.sessionanalyzer.query.session.rejection;

import com.sessionanalyzer.intake.session.SessionField;
import com.sessionanalyzer.query.session.rejection.FixRule.Kind;
import com.sessionanalyzer.schema.session.Channel;
import java.util.Arrays;
import java.util.List;

/** Something to choose on a page. */
record PageOption(String code, String label) {

    static List<PageOption> channels() {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel != Channel.DESK)
                .map(channel -> new PageOption(channel.code(), ChannelNames.of(channel)))
                .toList();
    }

    static List<PageOption> states() {
        return List.of(
                new PageOption("open", "Open"),
                new PageOption("resubmitted", "Resubmitted"),
                new PageOption("dismissed", "Dismissed"),
                new PageOption("all", "All"));
    }

    static List<PageOption> fields() {
        return Arrays.stream(SessionField.values())
                .map(field -> new PageOption(field.wireName(), field.sentenceName()))
                .toList();
    }

    static List<PageOption> rules() {
        return Arrays.stream(Kind.values())
                .map(kind -> new PageOption(kind.code(), label(kind)))
                .toList();
    }

    private static String label(Kind kind) {
        return switch (kind) {
            case MAP -> "Replace a value by another";
            case STRIP -> "Strip something from the value";
            case DEFAULT -> "Fill in where it is missing";
            case RENAME -> "Give the field another name";
            case CLEAR -> "Take the value away";
        };
    }
}
