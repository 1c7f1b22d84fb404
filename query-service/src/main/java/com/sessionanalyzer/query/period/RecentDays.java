package com.sessionanalyzer.query.period;

import java.time.LocalDate;
import java.util.Map;

/** So many local days, the last of which is today. */
public enum RecentDays implements Period {
    WEEK("7d", 7, Grain.DAY),
    MONTH("30d", 30, Grain.DAY),
    QUARTER("90d", 90, Grain.WEEK),
    YEAR("1y", 365, Grain.MONTH);

    private final String code;
    private final int days;
    private final Grain grain;

    RecentDays(String code, int days, Grain grain) {
        this.code = code;
        this.days = days;
        this.grain = grain;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return "Last " + days + " days";
    }

    @Override
    public Window window(LocalDate today) {
        return Window.of(today.minusDays(days - 1L), today);
    }

    @Override
    public Grain grain(Window window) {
        return grain;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("period", code);
    }
}
