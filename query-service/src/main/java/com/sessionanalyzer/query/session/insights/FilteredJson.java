package com.sessionanalyzer.query.session.insights;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON form of filtered insights and of answers to queries, members in the order of their records. */
public final class FilteredJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private FilteredJson() {}

    public static byte[] encode(FilteredInsights insights) {
        return JSON.writeValueAsBytes(insights);
    }

    static byte[] encode(QueryAnswerInZone answer) {
        return JSON.writeValueAsBytes(answer);
    }
}
