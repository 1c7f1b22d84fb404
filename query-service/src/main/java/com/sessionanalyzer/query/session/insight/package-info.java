/** What the pages show of insights beside the numbers themselves: their course over time, and how they changed. */
@NullMarked
package com.sessionanalyzer.query.session.insight;

import org.jspecify.annotations.NullMarked;
