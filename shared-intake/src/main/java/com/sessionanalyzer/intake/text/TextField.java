package com.sessionanalyzer.intake.text;

import org.jspecify.annotations.Nullable;

/**
 * A labelled value.
 *
 * @param value as sent, without the label, cleaned as its kind demands; empty when blank
 * @param line  line of the label in the post, from 1; 0 when the post has no lines
 * @param flaw  the first character in it that no text may contain
 */
public record TextField(String value, int line, @Nullable Flaw flaw) {

    /** The field unless it is missing or blank, which are the same. */
    public static @Nullable TextField present(@Nullable TextField field) {
        return field == null || field.value.isEmpty() ? null : field;
    }
}
