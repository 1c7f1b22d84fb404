package com.sessionanalyzer.query.session.customer;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages about customers, on top of the readers. */
@Configuration(proxyBeanMethods = false)
@Import(CustomerPages.class)
public class CustomerPagesConfiguration {}
