/** What the records said at a moment that is past, and why that is not what they say now. */
@NullMarked
package com.sessionanalyzer.query.session.asof;

import org.jspecify.annotations.NullMarked;
