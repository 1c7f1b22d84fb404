package com.sessionanalyzer.query.facts;

import com.sessionanalyzer.query.period.Grain;
import java.time.LocalDate;

/** Days of which it is kept what their facts add up to, besides months. */
enum Stretch {
    WEEK {
        @Override
        LocalDate first(LocalDate day) {
            return Grain.WEEK.startOf(day);
        }

        @Override
        LocalDate next(LocalDate first) {
            return first.plusWeeks(1);
        }
    },
    YEAR {
        @Override
        LocalDate first(LocalDate day) {
            return day.withDayOfYear(1);
        }

        @Override
        LocalDate next(LocalDate first) {
            return first.plusYears(1);
        }
    };

    /** The first day of the stretch that a day is in. */
    abstract LocalDate first(LocalDate day);

    /** The day after the last one of the stretch that begins on this day. */
    abstract LocalDate next(LocalDate first);
}
