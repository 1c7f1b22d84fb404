/** How old what came in is when it can be seen; knows no domain. */
@NullMarked
package com.sessionanalyzer.query.freshness;

import org.jspecify.annotations.NullMarked;
