/** Files that keep what is in memory, so that a start need not read it all from the log again. */
@NullMarked
package com.sessionanalyzer.query.state;

import org.jspecify.annotations.NullMarked;
