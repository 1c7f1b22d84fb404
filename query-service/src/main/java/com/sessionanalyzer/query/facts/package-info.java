/** Every live record of an organization as columns in memory, for questions that sums per cell cannot answer. */
@NullMarked
package com.sessionanalyzer.query.facts;

import org.jspecify.annotations.NullMarked;
