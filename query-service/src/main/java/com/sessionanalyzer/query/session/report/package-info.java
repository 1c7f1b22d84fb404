/** The pages of records: all of them as a table, and each by itself. */
@NullMarked
package com.sessionanalyzer.query.session.report;

import org.jspecify.annotations.NullMarked;
