package com.sessionanalyzer.query.session.insights;

import static com.sessionanalyzer.testing.SessionRecords.aSession;

import com.sessionanalyzer.query.WrittenTopics;
import com.sessionanalyzer.query.session.filter.HighlightChoices;
import com.sessionanalyzer.schema.OrganizationId;
import com.sessionanalyzer.schema.session.HighlightType;
import com.sessionanalyzer.schema.session.SessionRecord;
import com.sessionanalyzer.schema.session.SessionRecordKey;
import com.sessionanalyzer.testing.SessionRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Invents records, filters and groupings, the same ones for the same seed. */
final class RandomFilters {

    private static final List<String> REGIONS = List.of("EU", "US", "India", "Ä & Ö");
    private static final List<String> SOURCES = List.of("MySQL", "FB Pages", "=SUM(A1)", "Salesforce, EU");
    private static final List<String> DESTINATIONS = List.of("BigQuery", "Snowflake", "Redshift");
    private static final List<String> DIMENSIONS =
            List.of("region", "source", "destination", "customer", "highlight", "minutes");
    private static final int DAYS = 900;

    private final Random random;
    private final String organization;
    private final LocalDate today;
    private final List<String> customers;

    RandomFilters(long seed, String organization, LocalDate today) {
        this.random = new Random(seed);
        this.organization = organization;
        this.today = today;
        this.customers = IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> "customer-" + number + ".example")
                .filter(name -> isCounted(organization, name))
                .limit(40)
                .toList();
    }

    SessionRecord record() {
        return record(UUID.randomUUID(), one(customers));
    }

    /** Another version of a record. */
    SessionRecord corrected(SessionRecord record) {
        return record(record.id(), record.customer().spelling());
    }

    private SessionRecord record(UUID id, String customer) {
        String day = today.minusDays(random.nextInt(DAYS)).toString();
        SessionRecords record = aSession()
                .organization(organization)
                .id(id)
                .customer(customer)
                .region(one(REGIONS))
                .source(one(SOURCES))
                .destination(one(DESTINATIONS))
                .sessions(1 + random.nextInt(50))
                .uploadedAt(day + "T12:00:00Z")
                .localDay(day)
                .minutes(random.nextInt(3) == 0 ? null : (Integer) (1 + random.nextInt(120)));
        return (random.nextInt(3) == 0 ? record.highlight(one(List.of(HighlightType.values())), null, null) : record)
                .build();
    }

    /** Something that is not everything. */
    String filter() {
        List<String> parts = new ArrayList<>(List.of(period()));
        some(parts, "region", List.of("EU", "US", "India", "%C3%84%20%26%20%C3%96"));
        some(parts, "source", List.of("MySQL", "FB%20Pages", "%3DSUM(A1)", "Salesforce,%20EU"));
        some(parts, "destination", DESTINATIONS);
        if (random.nextInt(3) == 0) {
            some(parts, "customer", customers);
        }
        some(parts, "highlight", HighlightChoices.codes());
        if (random.nextInt(4) == 0) {
            parts.add("has_time=" + random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            parts.add("minutes_min=" + (1 + random.nextInt(60)));
        }
        if (random.nextInt(4) == 0) {
            parts.add("minutes_max=" + (60 + random.nextInt(60)));
        }
        return String.join("&", parts);
    }

    List<String> groups() {
        List<String> groups = new ArrayList<>();
        if (random.nextBoolean()) {
            groups.add(one(List.of("day", "week", "month")));
        }
        int more = random.nextInt(3);
        while (groups.size() < more) {
            String group = one(DIMENSIONS);
            if (!groups.contains(group)) {
                groups.add(group);
            }
        }
        return groups;
    }

    private String period() {
        LocalDate from = today.minusDays(random.nextInt(DAYS));
        String range = "from=" + from + "&to=" + from.plusDays(random.nextInt(700));
        return one(
                List.of("period=7d", "period=30d", "period=90d", "period=1y", "period=all&grain=month", range, range));
    }

    private void some(List<String> parts, String name, List<String> values) {
        if (random.nextInt(3) == 0) {
            parts.add(name + "=" + one(values));
            parts.add(name + "=" + one(values));
        }
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static boolean isCounted(String organization, String customer) {
        return new SessionRecordKey(new OrganizationId(organization), customer, new UUID(0, 0))
                        .partition(WrittenTopics.PARTITIONS)
                >= WrittenTopics.UNCOUNTED;
    }
}
