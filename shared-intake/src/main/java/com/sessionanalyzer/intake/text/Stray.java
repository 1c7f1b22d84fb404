package com.sessionanalyzer.intake.text;

import org.jspecify.annotations.Nullable;

/**
 * A line before the free text that gives no field: its label is unknown, or was there before.
 *
 * @param repeated whether it repeats a label
 */
public record Stray(
        int line, String text, boolean repeated, @Nullable Flaw flaw) {}
