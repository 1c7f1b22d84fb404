package com.sessionanalyzer.query.period;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The days between two dates, both meant.
 *
 * @param from the first day
 * @param to   the last day, at most 731 days in all
 */
public record DateRange(LocalDate from, LocalDate to) implements Period {

    public static final int MOST_DAYS = 731;

    public DateRange {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("from must not be after to, was " + from + " and " + to);
        }
        if (Window.of(from, to).days() > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "from and to must hold at most " + MOST_DAYS + " days, were " + from + " and " + to);
        }
    }

    @Override
    public String code() {
        return "range";
    }

    @Override
    public String label() {
        return from.equals(to) ? from.toString() : from + " to " + to;
    }

    @Override
    public Window window(LocalDate today) {
        return Window.of(from, to);
    }

    @Override
    public Grain grain(Window window) {
        return Grain.suiting(window);
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", from.toString());
        parameters.put("to", to.toString());
        return Collections.unmodifiableMap(parameters);
    }
}
