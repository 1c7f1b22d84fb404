/** Session records: the event, its key, its rejection, and what is counted of them. */
@NullMarked
package com.sessionanalyzer.schema.session;

import org.jspecify.annotations.NullMarked;
