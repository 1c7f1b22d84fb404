/** Corrections, deletions and erasures of session records, each exact, by the numbers, and written down. */
@NullMarked
package com.sessionanalyzer.query.session.change;

import org.jspecify.annotations.NullMarked;
