/** What the cube counts of session records. */
@NullMarked
package com.sessionanalyzer.analytics.session;

import org.jspecify.annotations.NullMarked;
