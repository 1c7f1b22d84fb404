package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.query.session.insights.InsightsQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of numbers ask. */
@Configuration(proxyBeanMethods = false)
public class InsightPagesConfiguration {

    private static final int MOST_READINGS = 3;

    @Bean
    InsightAnswers insightAnswers(InsightsReader everything, FilteredInsightsReader filtered, InsightsQueries queries) {
        return new InsightAnswers(everything, filtered, queries, MOST_READINGS);
    }
}
