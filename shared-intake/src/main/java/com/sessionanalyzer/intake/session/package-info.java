/** Session records: their text, form and JSON, the rules they keep, and the way from there to the log. */
@NullMarked
package com.sessionanalyzer.intake.session;

import org.jspecify.annotations.NullMarked;
