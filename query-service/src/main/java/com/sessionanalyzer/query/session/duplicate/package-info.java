/** Customers that are likely to be the same, with the evidence for it; and what is known of one when its name is typed. */
@NullMarked
package com.sessionanalyzer.query.session.duplicate;

import org.jspecify.annotations.NullMarked;
