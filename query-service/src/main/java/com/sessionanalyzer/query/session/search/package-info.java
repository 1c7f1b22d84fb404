/** What text finds a record, and the blocks of rows that a search has to read. */
@NullMarked
package com.sessionanalyzer.query.session.search;

import org.jspecify.annotations.NullMarked;
