package com.sessionanalyzer.query.session.rejection;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages of the desk, on top of its reader. */
@Configuration(proxyBeanMethods = false)
@Import({RejectsPage.class, RejectPage.class, FixPage.class})
public class RejectionPagesConfiguration {}
