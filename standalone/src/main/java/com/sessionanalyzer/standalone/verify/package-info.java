/** Recomputes everything from the log of records, in the plainest way, and compares it with what is shown. */
@NullMarked
package com.sessionanalyzer.standalone.verify;

import org.jspecify.annotations.NullMarked;
