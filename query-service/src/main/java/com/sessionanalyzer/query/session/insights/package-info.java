/** What filtered session records add up to: numbers of a page, series, comparisons, and any grouping. */
@NullMarked
package com.sessionanalyzer.query.session.insights;

import org.jspecify.annotations.NullMarked;
