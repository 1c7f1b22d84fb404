/** Insights, reports and rows of session records. */
@NullMarked
package com.sessionanalyzer.query.session;

import org.jspecify.annotations.NullMarked;
