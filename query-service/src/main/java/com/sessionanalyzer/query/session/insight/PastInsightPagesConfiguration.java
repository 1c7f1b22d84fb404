package com.sessionanalyzer.query.session.insight;

import com.sessionanalyzer.query.session.asof.AsOfForms;
import com.sessionanalyzer.query.session.asof.PastInsights;
import com.sessionanalyzer.query.session.bar.FilterBars;
import com.sessionanalyzer.query.session.insights.PastFilteredInsights;
import com.sessionanalyzer.query.session.insights.PastQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page of numbers as of an earlier time. */
@Configuration(proxyBeanMethods = false)
public class PastInsightPagesConfiguration {

    @Bean
    PastInsightsPage pastInsightsPage(
            PastInsights everything,
            PastFilteredInsights filtered,
            PastQueries queries,
            AsOfForms forms,
            FilterBars bars) {
        return new PastInsightsPage(new PastAnswers(everything, filtered, queries), forms, bars);
    }
}
