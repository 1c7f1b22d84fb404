package com.sessionanalyzer.query.session.books;

/**
 * Two sides that must be equal.
 *
 * @param channel    as in {@code form}; {@code all} for the sum of all
 * @param expected   what the counts of the way in say
 * @param found      what the other place has
 * @param difference by which what was found is too many, or, when negative, too few; 0 when it can be on its way
 */
public record Equation(String channel, Stage stage, long expected, long found, long difference, Balance balance) {

    static final String ALL = "all";

    /** Both sides are there at the same time. */
    static Equation exact(String channel, Stage stage, long expected, long found) {
        return between(channel, stage, expected, expected, expected, found);
    }

    /** What was expected moved between two bounds while the other side was looked at. */
    static Equation between(String channel, Stage stage, long least, long most, long expected, long found) {
        if (found < least || found > most) {
            return new Equation(
                    channel, stage, expected, found, found < least ? found - least : found - most, Balance.OFF);
        }
        return new Equation(
                channel, stage, expected, found, 0, expected == found ? Balance.BALANCED : Balance.IN_TRANSIT);
    }

    /** The other side is known to be behind, so nothing can be said yet. */
    static Equation pending(String channel, Stage stage, long expected, long found) {
        return new Equation(channel, stage, expected, found, 0, Balance.IN_TRANSIT);
    }
}
