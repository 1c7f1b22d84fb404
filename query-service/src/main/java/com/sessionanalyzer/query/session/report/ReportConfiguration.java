package com.sessionanalyzer.query.session.report;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of records, on top of the readers. */
@Configuration(proxyBeanMethods = false)
@Import({ReportsPage.class, HighlightsPage.class, RecordPage.class})
public class ReportConfiguration {}
