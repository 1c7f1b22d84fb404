package com.sessionanalyzer.query.period;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The stretch of time that somebody asks for; its days depend on what day it is. */
public sealed interface Period permits RecentDays, DateRange, AllDays {

    /** Every day there is. */
    Period ALL = AllDays.ALL;

    /** What it is called on the wire, as in {@code 30d}; {@code range} when it has dates. */
    String code();

    /** What it is called on a page. */
    String label();

    /** The days that are meant on this day in the organization's time zone. */
    Window window(LocalDate today);

    /** The grain of this window of it when none is asked for. */
    Grain grain(Window window);

    /** The parameters of an address that ask for it, in the order in which they are shown. */
    Map<String, String> parameters();

    /** Those that have a name. */
    static List<Period> named() {
        return Stream.concat(Arrays.<Period>stream(RecentDays.values()), Stream.of(ALL))
                .toList();
    }

    static Optional<Period> of(String code) {
        return named().stream().filter(period -> period.code().equals(code)).findFirst();
    }
}
