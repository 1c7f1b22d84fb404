package com.sessionanalyzer.query.period;

import java.time.LocalDate;
import java.util.Map;

/** Every day there is. */
enum AllDays implements Period {
    ALL;

    @Override
    public String code() {
        return "all";
    }

    @Override
    public String label() {
        return "Everything";
    }

    @Override
    public Window window(LocalDate today) {
        return Window.EVERYTHING;
    }

    @Override
    public Grain grain(Window window) {
        return Grain.suiting(window);
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("period", code());
    }
}
