package com.sessionanalyzer.benchmarks;

import com.sessionanalyzer.standalone.demo.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Any filter with any grouping, the same ones for the same seed. */
public final class RandomQuestions {

    private static final List<String> PERIODS = List.of("7d", "30d", "90d", "1y", "all");
    private static final List<String> GRAINS = List.of("day", "week", "month");
    private static final List<String> GROUPS =
            List.of("region", "source", "destination", "customer", "highlight", "time");
    private static final List<String> HIGHLIGHTS =
            List.of("any", "none", "error_gap", "error_wrong", "feature_request", "wrong_behaviour", "other");
    private static final int MOST_MEMBERS = 3;
    private static final int MOST_MINUTES = 120;

    private final SplittableRandom random;
    private final List<String> customers;

    /**
     * @param customers the ones with many records first
     */
    public RandomQuestions(long seed, List<String> customers) {
        this.random = new SplittableRandom(seed);
        this.customers = customers;
    }

    public Question next() {
        Map<String, List<String>> filter = new LinkedHashMap<>();
        some(filter, 3, "region", Vocabulary.REGIONS);
        some(filter, 3, "source", Vocabulary.SOURCES);
        some(filter, 3, "destination", Vocabulary.DESTINATIONS);
        some(filter, 5, "highlight", HIGHLIGHTS);
        some(filter, 5, "customer", customers);
        if (random.nextInt(6) == 0) {
            filter.put("has_time", List.of(String.valueOf(random.nextBoolean())));
        } else if (random.nextInt(4) == 0) {
            int least = random.nextInt(1, MOST_MINUTES);
            filter.put("minutes_min", List.of(String.valueOf(least)));
            filter.put("minutes_max", List.of(String.valueOf(random.nextInt(least, MOST_MINUTES + 1))));
        }
        List<String> measures = random.nextBoolean()
                ? List.of("records", Question.CUSTOMERS, "avg_minutes")
                : List.of("sessions", "records", "minutes", "highlight_rate");
        return new Question(one(PERIODS), filter, groups(), measures);
    }

    private List<String> groups() {
        List<String> left = new ArrayList<>(GROUPS);
        int count = random.nextInt(1, 4);
        return Stream.generate(() -> left.remove(random.nextInt(left.size())))
                .limit(count)
                .map(group -> group.equals("time") ? one(GRAINS) : group)
                .toList();
    }

    private void some(Map<String, List<String>> filter, int rarely, String name, List<String> values) {
        if (random.nextInt(rarely) == 0) {
            filter.put(
                    name,
                    Stream.generate(() -> one(values))
                            .limit(random.nextInt(1, MOST_MEMBERS + 1))
                            .distinct()
                            .toList());
        }
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
