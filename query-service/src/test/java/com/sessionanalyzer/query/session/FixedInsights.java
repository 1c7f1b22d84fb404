package com.sessionanalyzer.query.session;

import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.Position;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Insights of a fixed, plausible history, and those of nothing. */
public final class FixedInsights implements InsightsReader {

    static final Instant AS_OF = Instant.parse("2026-11-20T21:05:09Z");
    private static final List<String> SOURCES = List.of(
            "FB Pages",
            "MySQL",
            "Postgres",
            "Salesforce",
            "Google Ads",
            "Shopify",
            "Stripe",
            "HubSpot",
            "MongoDB",
            "__proto__");
    private static final List<String> DESTINATIONS =
            List.of("BigQuery", "Snowflake", "Redshift", "MySQL", "Databricks", "constructor");
    private static final List<String> REGIONS =
            List.of("EU", "US", "India", "US2", "Asia", "AU", "Preview", "Preprod", "Test", "__proto__", "toString");

    Insights current = filled(1);
    Position asked = Position.BEGINNING;

    @Override
    public Insights read(OrganizationId organization, Position after, int listLimit) {
        asked = after;
        return current;
    }

    static Insights empty() {
        return new Insights(
                "default",
                0,
                Position.BEGINNING,
                Instant.EPOCH,
                0,
                0,
                0,
                List.of(),
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                0,
                Map.of(),
                List.of(),
                0,
                BigDecimal.ZERO);
    }

    static Insights filled(int step) {
        Map<String, Long> regions = falling(REGIONS, 420 + step);
        Map<String, Long> sources = falling(SOURCES, 390);
        Map<String, Long> destinations = falling(DESTINATIONS, 610);
        List<Insights.DailyTime> daily = daily(step);
        long minutes =
                daily.stream().mapToLong(Insights.DailyTime::totalMinutes).sum();
        long timed = daily.stream().mapToLong(Insights.DailyTime::sessionCount).sum();
        return new Insights(
                "default",
                step,
                Position.of(0, step),
                AS_OF.plusSeconds(step),
                18_240 + step,
                412,
                1_684 + step,
                duplicates(),
                187,
                regions,
                sources,
                destinations,
                regions.size(),
                sources.size(),
                destinations.size(),
                regions,
                sources,
                destinations,
                List.of(),
                0,
                routes(),
                uploads(step),
                timed,
                histogram(),
                daily,
                minutes,
                hours(minutes));
    }

    private static Map<String, Long> falling(List<String> names, long first) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            counts.put(names.get(i), Math.max(3, Math.round(first * Math.pow(0.68, i))));
        }
        return counts;
    }

    private static List<Insights.Duplicate> duplicates() {
        List<Insights.Duplicate> duplicates = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            duplicates.add(new Insights.Duplicate("customer-" + i + ".example.com", 40 - i / 3));
        }
        return duplicates;
    }

    private static List<Insights.Route> routes() {
        List<Insights.Route> routes = new ArrayList<>();
        for (int s = 0; s < SOURCES.size(); s++) {
            for (int d = 0; d < DESTINATIONS.size(); d++) {
                if ((s * 7 + d * 3) % 4 != 0) {
                    routes.add(new Insights.Route(SOURCES.get(s), DESTINATIONS.get(d), 160 / (1 + s + d)));
                }
            }
        }
        return routes;
    }

    private static List<Insights.UploadsOnDate> uploads(int step) {
        List<Insights.UploadsOnDate> uploads = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            uploads.add(new Insights.UploadsOnDate(
                    LocalDate.of(2026, 9, 22).plusDays(i), 18 + (i * 37) % 23 + (i == 59 ? step : 0)));
        }
        return uploads;
    }

    private static Map<Integer, Long> histogram() {
        Map<Integer, Long> histogram = new LinkedHashMap<>();
        for (int minutes = 5; minutes <= 120; minutes += 5) {
            histogram.put(minutes, 2 + Math.round(90 * Math.exp(-Math.pow((minutes - 35) / 25.0, 2))));
        }
        return histogram;
    }

    private static List<Insights.DailyTime> daily(int step) {
        List<Insights.DailyTime> daily = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            long minutes = i == 0 ? 1 : 240 + (i * 97) % 310 + (i == 11 ? step : 0);
            daily.add(new Insights.DailyTime(
                    LocalDate.of(2026, 11, 9).plusDays(i), minutes, i == 0 ? 1 : 8 + i, hours(minutes)));
        }
        return daily;
    }

    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }
}
