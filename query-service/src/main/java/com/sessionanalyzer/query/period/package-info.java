/** Stretches of local days, cut into days, weeks and months; knows no domain. */
@NullMarked
package com.sessionanalyzer.query.period;

import org.jspecify.annotations.NullMarked;
