/** The records themselves: found, ordered and paged in the database. */
@NullMarked
package com.sessionanalyzer.query.session.rows;

import org.jspecify.annotations.NullMarked;
