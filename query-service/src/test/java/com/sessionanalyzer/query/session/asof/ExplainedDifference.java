package com.sessionanalyzer.query.session.asof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.RunningQueryService;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does to the records of one moment what a difference says, and expects those of the other. */
record ExplainedDifference(RunningQueryService service, WrittenPast story) {

    private static final JsonMapper JSON = new JsonMapper();

    void assertBetween(Instant from, Instant to, SessionFilter filter) {
        Map<String, JsonNode> changed = new HashMap<>();
        String address = "/api/insights/difference?page_size=100&from_as_of=" + from + "&to_as_of=" + to + "&after="
                + story.written() + (filter.isEverything() ? "" : "&" + filter.query());
        JsonNode first = JSON.readTree(service.get(address).body());
        for (int page = 1; page <= first.get("total_pages").asInt(); page++) {
            JSON.readTree(service.get(address + "&page=" + page).body())
                    .get("records")
                    .forEach(record -> changed.put(record.get("id").asString(), record));
        }
        Map<UUID, Integer> before = meant(from, filter);
        Map<UUID, Integer> after = meant(to, filter);

        assertThat(first.at("/before/records").asLong()).as(address).isEqualTo(before.size());
        assertThat(first.at("/after/records").asLong()).as(address).isEqualTo(after.size());
        assertThat((long) changed.size())
                .as(address)
                .isEqualTo(first.get("total").asLong());
        changed.values().forEach(record -> apply(record, before));
        assertThat(before).as(address).isEqualTo(after);
    }

    /** Does to the records before what the explanation says. */
    private static void apply(JsonNode record, Map<UUID, Integer> records) {
        UUID id = UUID.fromString(record.get("id").asString());
        boolean isMeantAfter = List.of("added", "corrected", "entered")
                .contains(record.get("change").asString());
        boolean wasMeant = List.of("deleted", "corrected", "left")
                .contains(record.get("change").asString());
        assertThat(records.containsKey(id)).as(record.toString()).isEqualTo(wasMeant);
        if (wasMeant) {
            assertThat(record.at("/before/sessions").asInt()).isEqualTo(records.get(id));
        }
        if (isMeantAfter) {
            records.put(id, record.at("/after/sessions").asInt());
        } else {
            records.remove(id);
        }
    }

    private Map<UUID, Integer> meant(Instant moment, SessionFilter filter) {
        Map<UUID, Integer> meant = new HashMap<>();
        story.at(moment).stream()
                .filter(filter.on(LocalDate.EPOCH))
                .forEach(record -> meant.put(record.id(), record.sessions()));
        return meant;
    }
}
