/** Emptying what is derived from the log of records, so that it is made anew. */
@NullMarked
package com.sessionanalyzer.standalone.rebuild;

import org.jspecify.annotations.NullMarked;
