/** Answers questions: the assembly of the query service. */
@NullMarked
package com.sessionanalyzer.query;

import org.jspecify.annotations.NullMarked;
