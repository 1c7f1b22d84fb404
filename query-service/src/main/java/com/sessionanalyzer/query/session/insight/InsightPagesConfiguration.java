package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.session.InsightsReader;
import com.sessionanalyzer.query.session.OneSnapshot;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.query.session.insights.InsightsQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the pages of numbers ask. */
@Configuration(proxyBeanMethods = false)
public class InsightPagesConfiguration {

    @Bean
    InsightAnswers insightAnswers(
            InsightsReader everything, FilteredInsightsReader filtered, InsightsQueries queries, OneSnapshot snapshot) {
        return new InsightAnswers(everything, filtered, queries, snapshot);
    }
}
