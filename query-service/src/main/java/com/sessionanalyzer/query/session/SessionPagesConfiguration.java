package com.sessionanalyzer.query.session;

import com.sessionanalyzer.query.session.bar.FilterBarConfiguration;
import com.sessionanalyzer.query.session.customer.CustomerPagesConfiguration;
import com.sessionanalyzer.query.session.insight.InsightPagesConfiguration;
import com.sessionanalyzer.query.session.report.ReportConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about session records, on top of the readers. */
@Configuration(proxyBeanMethods = false)
@Import({
    FilterBarConfiguration.class,
    InsightPagesConfiguration.class,
    CustomerPagesConfiguration.class,
    DashboardPage.class,
    InsightsPage.class,
    ReportConfiguration.class
})
class SessionPagesConfiguration {}
