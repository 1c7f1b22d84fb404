/** The analytics service: keeps the aggregates of every domain and has no pages. */
@NullMarked
package com.sessionanalyzer.analytics;

import org.jspecify.annotations.NullMarked;
