package com.sessionanalyzer.query.session;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about session records, on top of the readers. */
@Configuration(proxyBeanMethods = false)
@Import({DashboardPage.class, InsightsPage.class, ReportsPage.class, RecordPage.class})
class SessionPagesConfiguration {}
