/** One customer's history, and the list of customers. */
@NullMarked
package com.sessionanalyzer.query.session.customer;

import org.jspecify.annotations.NullMarked;
