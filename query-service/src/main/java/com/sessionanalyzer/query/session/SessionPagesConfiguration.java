package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.session.bar.FilterBarConfiguration;
import com.sessionanalyzer.query.session.insights.FilteredInsightsReader;
import com.sessionanalyzer.query.session.report.ReportConfiguration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about session records, on top of the readers. */
@Configuration(proxyBeanMethods = false)
@Import({FilterBarConfiguration.class, DashboardPage.class, InsightsPage.class, ReportConfiguration.class})
class SessionPagesConfiguration {

    @Bean
    InsightsViews insightsViews(InsightsReader insights, FilteredInsightsReader filtered, Clock clock) {
        return new InsightsViews(insights, filtered, clock);
    }
}
