package com.sessionanalyzer.query.session;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON form of insights, on one line, members in the order of the record. */
final class InsightsJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private InsightsJson() {}

    static byte[] encode(Insights insights) {
        return JSON.writeValueAsBytes(insights);
    }
}
