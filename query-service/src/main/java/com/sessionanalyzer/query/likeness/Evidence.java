package com.sessionanalyzer.query.likeness;

/**
 * Something that speaks for or against two names meaning the same.
 *
 * @param feature what was compared, as in {@code same_name} or {@code letters_swapped}
 * @param detail  what was found, for people
 * @param points  by how much it moves the score; against when negative
 */
public record Evidence(String feature, String detail, double points) {}
