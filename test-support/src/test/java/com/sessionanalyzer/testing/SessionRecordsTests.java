package com.sessionanalyzer.testing;

import static com.sessionanalyzer.testing.SessionRecords.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SessionRecordsTests {

    @Test
    void givesEachRecordAnIdOfItsOwn() {
        assertThat(aSession().build().id()).isNotEqualTo(aSession().build().id());
    }

    @Test
    void takesTheLocalDayFromTheEventTimeUnlessToldOtherwise() {
        SessionRecords late = aSession().uploadedAt("2026-01-01T23:30:00Z");

        assertThat(late.build().localDay()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(late.localDay("2026-01-02").build().localDay()).isEqualTo(LocalDate.of(2026, 1, 2));
    }
}
