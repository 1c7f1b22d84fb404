/** Rows from topics: each batch and its offsets in one transaction of PostgreSQL; knows no domain. */
@NullMarked
package com.sessionanalyzer.query.projection;

import org.jspecify.annotations.NullMarked;
