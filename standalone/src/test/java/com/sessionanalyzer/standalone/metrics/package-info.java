/** What is measured, and who relies on it: the page, the alert rules, the runbook and the dashboards. */
@NullMarked
package com.sessionanalyzer.standalone.metrics;

import org.jspecify.annotations.NullMarked;
