/** Customers whose records go to another customer, since somebody said that they are the same. */
@NullMarked
package com.sessionanalyzer.intake.session.alias;

import org.jspecify.annotations.NullMarked;
