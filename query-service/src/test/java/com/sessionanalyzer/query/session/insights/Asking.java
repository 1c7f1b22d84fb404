package com.sessionanalyzer.query.session.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.sessionanalyzer.query.period.Period;
import com.sessionanalyzer.query.request.Faults;
import com.sessionanalyzer.query.request.Parameters;
import com.sessionanalyzer.query.session.filter.SessionFilter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What an address asks for, and what an answer says to it, in the texts of {@link RowSql}. */
final class Asking {

    private Asking() {}

    static SessionFilter filter(String address, LocalDate today) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : address.split("&", -1)) {
            values.computeIfAbsent(part.substring(0, part.indexOf('=')), name -> new ArrayList<>())
                    .add(URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        Faults faults = new Faults();
        SessionFilter read = SessionFilter.read(new Parameters(values), faults, today, Period.ALL);
        assertThat(faults.all()).isEmpty();
        return read;
    }

    static List<String> measures(JsonNode node) {
        return RowSql.plain(
                RowSql.MEASURES.stream().map(name -> text(node.get(name))).toList());
    }

    static String key(JsonNode row, List<String> groups) {
        return RowSql.key(groups.stream()
                .map(group -> text(row.get(group.equals("minutes") ? "record_minutes" : group)))
                .toList());
    }

    static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }
}
